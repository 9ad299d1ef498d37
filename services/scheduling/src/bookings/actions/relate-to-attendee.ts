import type { Context } from "../../context.ts";
import type { Attendee } from "../domain/attendee.ts";
import { relationToAttendee, type Relation } from "../domain/relation.ts";

/** What the caller is to the attendee. Only of an admin is it asked what the organization lets its admins see. */
export function relateToAttendee(
  { caller, loaders }: Context,
  attendee: Attendee,
): Relation | Promise<Relation> {
  const relation = relationToAttendee(caller, attendee);
  if (relation !== "admin") return relation;
  return loaders.attendeesVisibleToAdmins
    .load(attendee.booking.organizationId)
    .then((holds) => (holds ? "overseer" : "admin"));
}
