// Every scalar that a schema may use. A scalar that is not here could hold structure (JSON), and
// structure cannot be classified; add one only when its values are flat.
const kinds: Readonly<Record<string, "text" | "value">> = {
  String: "text",
  ID: "value",
  Int: "value",
  Float: "value",
  Boolean: "value",
  DateTime: "value",
  Date: "value",
  LocalTime: "value",
};

/** Whether the scalar is known to hold a flat value. */
export function isFlatScalar(name: string): boolean {
  return Object.hasOwn(kinds, name);
}

/** Whether a person can write anything in it. A scalar that is not known counts as text. */
export function isTextScalar(name: string): boolean {
  return kinds[name] !== "value";
}
