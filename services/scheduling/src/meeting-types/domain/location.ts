/** The kinds of places where one meets. */
export const locationKinds = ["ONLINE", "IN_PERSON", "HOST_CALLS", "ATTENDEE_CALLS"] as const;

/** Where one meets. */
export type Location = {
  readonly kind: (typeof locationKinds)[number];
  readonly text: string | null;
};

/** The address of a room on the web lets in whoever has it, so it is not published. */
export function publishedLocation(location: Location): Location {
  return location.kind === "ONLINE" ? { ...location, text: null } : location;
}
