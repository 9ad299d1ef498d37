import type { Caller, Instant } from "@tidbok/domain";
import type { Booking } from "./booking.ts";
import { isGuest, relationToAttendee, type Relation } from "./relation.ts";

/** A person that the attendee or a host has invited to a booking, without personal data. */
export type Guest = {
  readonly id: string;
  readonly bookingId: string;
  /** The attendee or account that invited the guest. */
  readonly invitedById: string;
  readonly leftAt: Instant | null;
  /**
   * The address took part in the booking already, and the inviter may not know that. The inviter sees a guest like any
   * other; our services do not see it, so that the person gets each mail once and none after leaving.
   */
  readonly isEcho: boolean;
};

/** A guest, with the booking. */
export type ShownGuest = Guest & { readonly booking: Booking };

/** What the caller is to the guest. The inviter gave the name and address, so knows them; guests know no guests. */
export function relationToGuest(
  caller: Caller,
  { id, invitedById, booking }: ShownGuest,
): Exclude<Relation, "overseer"> {
  const isInviter = caller.kind === "attendee" && caller.attendeeId === invitedById;
  if (isInviter && booking.attendeeIds.includes(invitedById)) return "self";
  return relationToLink(caller, { id, booking });
}

/** What the caller is to the guest's private link, which belongs to the guest and not to the inviter. */
export function relationToLink(
  caller: Caller,
  { id, booking }: Pick<ShownGuest, "id" | "booking">,
): Exclude<Relation, "overseer"> {
  const relation = relationToAttendee(caller, { id, booking, isOwn: false });
  return relation === "participant" && isGuest(caller, booking) ? "none" : relation;
}
