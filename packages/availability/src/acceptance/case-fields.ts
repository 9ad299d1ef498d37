/** A case is not of the format. The message is one line and says where. */
export class CaseMistake extends Error {}

/** An object of a case, read by its canonical names. */
export type Fields<Name extends string> = Readonly<Partial<Record<Name, unknown>>>;

/**
 * The fields of an object under their canonical names. `names` gives for each the other names that
 * files may use. A field that is not understood is a mistake: a rule that is ignored would pass for
 * one that is kept.
 */
export function fieldsOf<Name extends string>(
  value: unknown,
  path: string,
  names: Readonly<Record<Name, readonly string[]>>,
): Fields<Name> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new CaseMistake(`${path} must be an object`);
  }
  const canonical = new Map<string, Name>();
  for (const name of Object.keys(names) as Name[]) {
    for (const other of [name, ...names[name]]) canonical.set(other, name);
  }
  const fields: Partial<Record<Name, unknown>> = {};
  for (const [key, content] of Object.entries(value)) {
    const name = canonical.get(key);
    if (name === undefined) throw new CaseMistake(`${path} has a field that is not known: ${key}`);
    if (fields[name] !== undefined) throw new CaseMistake(`${path} says ${name} twice`);
    if (content !== null) fields[name] = content;
  }
  return fields;
}

/** A list, each element read; nothing there is an empty list. */
export function listOf<Element>(
  value: unknown,
  path: string,
  read: (element: unknown, path: string) => Element,
): Element[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new CaseMistake(`${path} must be a list`);
  return value.map((element, i) => read(element, `${path}[${i}]`));
}

/** A text, or a mistake. */
export function textOf(value: unknown, path: string): string {
  if (typeof value === "string") return value;
  throw new CaseMistake(`${path} must be a text`);
}

/** A finite number, or a mistake. */
export function numberOf(value: unknown, path: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new CaseMistake(`${path} must be a number`);
}

/** A finite number, undefined where there is none, or a mistake. */
export function maybeNumber(value: unknown, path: string): number | undefined {
  return value === undefined ? undefined : numberOf(value, path);
}

const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** An RFC 3339 text as milliseconds. One without an offset would mean another instant on each machine: a mistake. */
export function instantOf(value: unknown, path: string): number {
  const text = textOf(value, path);
  if (zoned.test(text) && !Number.isNaN(Date.parse(text))) return Date.parse(text);
  throw new CaseMistake(`${path} must be an instant such as 2027-02-01T08:00:00Z`);
}

/** Whether the text is an instant rather than a date. */
export function isInstantText(value: unknown): boolean {
  return typeof value === "string" && value.includes("T");
}
