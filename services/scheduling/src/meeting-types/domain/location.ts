/** The kinds of locations. */
export const locationKinds = ["ONLINE", "IN_PERSON", "HOST_CALLS", "ATTENDEE_CALLS"] as const;

/** The location of a meeting. */
export type Location = {
  readonly kind: (typeof locationKinds)[number];
  readonly text: string | null;
};

/** The location without the address of an online room, because that address alone opens the room. */
export function publishedLocation(location: Location): Location {
  return location.kind === "ONLINE" ? { ...location, text: null } : location;
}
