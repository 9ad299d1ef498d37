import type { Context } from "../../context.ts";
import { relationToGuest, type ShownGuest } from "../domain/guest.ts";
import type { Relation } from "../domain/relation.ts";

/** What the caller is to the guest. Only of an admin is it asked what the organization lets its admins see. */
export function relateToGuest(
  { caller, loaders }: Context,
  guest: ShownGuest,
): Relation | Promise<Relation> {
  const relation = relationToGuest(caller, guest);
  if (relation !== "admin") return relation;
  return loaders.attendeesVisibleToAdmins
    .load(guest.booking.organizationId)
    .then((holds) => (holds ? "overseer" : "admin"));
}
