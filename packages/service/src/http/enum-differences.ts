/** An enum of the SDL or of the domain by its name: its values as a union. */
type Enums = Readonly<Record<string, string>>;

type Missing<There extends Enums, Here extends Enums> = {
  [Name in keyof There & string]: Name extends keyof Here
    ? `${Name}.${Exclude<There[Name], Here[Name]>}`
    : Name;
}[keyof There & string];

/**
 * The values that the enums of the SDL and those of the domain do not share, as `DeliveryKind.BOOKING_MADE`, and the
 * enums that one of them lacks. GraphQL answers BAD_REQUEST for a value that the SDL does not name.
 */
export type EnumDifferences<Sdl extends Enums, Domain extends Enums> =
  Missing<Sdl, Domain> | Missing<Domain, Sdl>;

/** The type check refuses any difference, and its message names the first ones. */
export type Same<Difference extends never> = Difference;
