import type { LocationKind } from "../generated/graphql.ts";

/** The kinds of places, as a visitor is told. */
export const places: Readonly<Record<LocationKind, string>> = {
  ONLINE: "På nätet",
  IN_PERSON: "På plats",
  HOST_CALLS: "Vi ringer dig",
  ATTENDEE_CALLS: "Du ringer oss",
};
