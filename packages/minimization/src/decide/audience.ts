import type { Caller } from "@tidbok/domain";

/** The audiences: the columns of the data map. */
export const audiences = [
  "self",
  "anonymous",
  "attendee",
  "host",
  "admin",
  "overseer",
  "member",
  "support",
  "partner",
  "analyst",
  "service",
] as const;

/** A column of the data map. */
export type Audience = (typeof audiences)[number];

/** All that a service may answer about a caller and a row. */
export const relations = [
  "self",
  "host",
  "admin",
  "overseer",
  "member",
  "participant",
  "none",
] as const;

/**
 * What a caller is to the person that a row is about. For a `client` it is the relation of the
 * person that granted it access, or of an admin where an owner installed it. For `staff`, `self` says that the row is about the one data subject
 * that the grant names. For an `anonymous` caller, `self` says that the caller has just made the
 * row, in this very mutation (its login, its booking). An `overseer` is an admin of an organization
 * that has said, for a reason that its members read, that its admins may see attendees.
 */
export type Relation = (typeof relations)[number];

/** Where an operation starts; a subscription reads as a query does. */
export type OperationKind = "query" | "mutation";

/**
 * The relations that this caller can have to any row at all. The gateway prunes what no such
 * relation would reveal, and `audienceOf` takes a relation outside them for `none`.
 */
export function possibleRelations(
  caller: Caller,
  operation: OperationKind = "mutation",
): readonly Relation[] {
  switch (caller.kind) {
    case "anonymous":
      return operation === "mutation" ? ["self", "none"] : ["none"];
    case "attendee":
      return ["self", "participant", "none"];
    case "account":
      return relations;
    case "client":
      if (caller.accountId !== null) return relations;
      // An app that an owner installed is what an admin is; it hosts no meeting and is no data subject.
      return caller.memberships.length > 0 ? ["admin", "overseer", "member", "none"] : ["none"];
    case "staff":
      return ["self", "none"];
    case "service":
      return ["none"];
  }
}

/** The data map's column for this caller and this row. Every caller with the purpose research is an analyst. */
export function audienceOf(caller: Caller, relation: Relation): Audience {
  if (caller.purpose === "research") return "analyst";
  if (caller.kind === "service") return "service";
  if (caller.kind === "client") return "partner";
  const held = possibleRelations(caller).includes(relation) ? relation : "none";
  if (caller.kind === "staff") return held === "self" ? "support" : "anonymous";
  return audienceOfPerson(held);
}

/** The column for a person in their own name; it also bounds a partner that this person let in. */
export function audienceOfPerson(relation: Relation): Audience {
  if (relation === "participant") return "attendee";
  return relation === "none" ? "anonymous" : relation;
}
