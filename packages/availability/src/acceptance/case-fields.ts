/** A case is not of the format. The message is one line and says where. */
export class CaseMistake extends Error {}

/** A part of a case: what is written there (undefined: nothing) and where that is. */
export type Field = { readonly value: unknown; readonly path: string };

/** Thrown where a field is not what it must be. */
export function mistake(field: Field, what: string): CaseMistake {
  return new CaseMistake(`${field.path} ${what}`);
}

/**
 * The fields of an object under their canonical names. `names` gives for each the other names that
 * files may use. A field that is not understood is a mistake: a rule that is ignored would pass for
 * one that is kept.
 */
export function fieldsOf<Name extends string>(
  field: Field,
  names: Readonly<Record<Name, readonly string[]>>,
): Readonly<Record<Name, Field>> {
  const { value, path } = field;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw mistake(field, "must be an object");
  }
  const all = Object.keys(names) as Name[];
  const canonical = new Map(
    all.flatMap((name) => [name, ...names[name]].map((own) => [own, name])),
  );
  const below = path === "case" ? "" : `${path}.`;
  const fields = Object.fromEntries(
    all.map((name) => [name, { value: undefined, path: below + name } as Field]),
  ) as Record<Name, Field>;
  for (const [key, content] of Object.entries(value)) {
    const name = canonical.get(key);
    if (name === undefined) throw mistake(field, `has a field that is not known: ${key}`);
    if (isGiven(fields[name])) throw mistake(field, `says ${name} twice`);
    fields[name] = { value: content ?? undefined, path: below + name };
  }
  return fields;
}

/** Whether anything is written there. */
export function isGiven(field: Field): boolean {
  return field.value !== undefined;
}

/** A list, each element read; nothing there is an empty list. */
export function listOf<Element>(field: Field, read: (element: Field) => Element): Element[] {
  if (!isGiven(field)) return [];
  if (!Array.isArray(field.value)) throw mistake(field, "must be a list");
  return field.value.map((value: unknown, i) => read({ value, path: `${field.path}[${i}]` }));
}

/** A text, or a mistake. */
export function textOf(field: Field): string {
  if (typeof field.value === "string") return field.value;
  throw mistake(field, "must be a text");
}

/** A text of letters only, in lower case: how a kind is said, whatever the case and the hyphens. */
export function wordOf(field: Field): string {
  return textOf(field)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "");
}

/** A finite number, or a mistake. */
export function numberOf(field: Field): number {
  if (typeof field.value === "number" && Number.isFinite(field.value)) return field.value;
  throw mistake(field, "must be a number");
}

/** A finite number, undefined where the field is absent, or a mistake. */
export function maybeNumber(field: Field): number | undefined {
  return isGiven(field) ? numberOf(field) : undefined;
}

const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** An RFC 3339 text as milliseconds. One without an offset would mean another instant on each machine: a mistake. */
export function instantOf(field: Field): number {
  const text = textOf(field);
  if (zoned.test(text) && !Number.isNaN(Date.parse(text))) return Date.parse(text);
  throw mistake(field, "must be an instant such as 2027-02-01T08:00:00Z");
}

/** A date such as 2027-02-28, or a mistake. */
export function dateOf(field: Field): string {
  if (isDate(field)) return textOf(field);
  throw mistake(field, "must be a date such as 2027-02-28");
}

/** Whether a date is written there, rather than an instant. */
export function isDate({ value }: Field): boolean {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
}
