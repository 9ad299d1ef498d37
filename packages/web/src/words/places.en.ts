import type { LocationKind } from "../generated/graphql.ts";

/** The kinds of places, as a visitor is told. */
export const places: Readonly<Record<LocationKind, string>> = {
  ONLINE: "Online",
  IN_PERSON: "In person",
  HOST_CALLS: "We call you",
  ATTENDEE_CALLS: "You call us",
};
