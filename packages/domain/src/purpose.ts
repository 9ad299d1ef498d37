/**
 * The closed list of what personal data may be used for ([docs/promises.md, P14](../../../docs/promises.md#p14)).
 * Nothing outside it composes.
 */
export const purposes = [
  "provide.schedule",
  "provide.notify",
  "provide.administer",
  "provide.bill",
  "provide.integrate",
  "research",
  "support",
  "security",
  "legal",
  "rights",
] as const;

/** One of the closed list of purposes. */
export type Purpose = (typeof purposes)[number];

/** A purpose of the union as enums of the graph spell it. */
export type PurposeNameOf<P extends Purpose> = NameOf<P>;

type NameOf<P extends string> = P extends `${infer Group}.${infer Rest}`
  ? `${Uppercase<Group>}_${Uppercase<Rest>}`
  : Uppercase<P>;

/** A purpose as enums of the graph spell it: `PROVIDE_INTEGRATE` for `provide.integrate`. */
export type PurposeName = NameOf<Purpose>;

/** How enums of the graph spell the purpose. */
export function purposeName(purpose: Purpose): PurposeName {
  return purpose.toUpperCase().replace(".", "_") as PurposeName;
}

/** All purposes as enums of the graph spell them, in the order of `purposes`. */
export const purposeNames: readonly PurposeName[] = purposes.map(purposeName);

/** The purpose that a value of such an enum means. */
export function purposeNamed(name: PurposeName): Purpose {
  return name.toLowerCase().replace("_", ".") as Purpose;
}
