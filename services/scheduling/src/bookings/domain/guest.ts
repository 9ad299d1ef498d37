import { input, type Caller, type Instant } from "@tidbok/domain";
import { z } from "zod";
import type { Booking } from "./booking.ts";
import { isGuest, relationToAttendee, type Relation } from "./relation.ts";

/** Somebody whom the attendee or a host has invited to a booking, without anything personal. */
export type Guest = {
  readonly id: string;
  readonly bookingId: string;
  /** The attendee or account who did. */
  readonly invitedById: string;
  readonly leftAt: Instant | null;
};

/** A guest, with the booking. */
export type ShownGuest = Guest & { readonly booking: Booking };

/** Somebody to invite. */
export const newGuest = z.strictObject({ name: input.line(150).nullish(), email: input.email });

/** How many guests a booking has at most, those who left included: nobody is mailed in turns. */
export const mostGuests = 10;

export const newGuests = z
  .array(newGuest)
  .max(mostGuests, `must have ${mostGuests} at most`)
  .default([]);

/** Somebody to invite. */
export type NewGuest = z.output<typeof newGuest>;

/** Guests to add, as they are sent. */
export const guestsToAdd = z.strictObject({
  bookingId: input.id,
  guests: newGuests.refine((given) => given.length > 0, "must have one at least"),
});

/** A guest, as it is named. */
export const guestNamed = z.strictObject({ guestId: input.id });

/** What the caller is to the guest. Whoever gave their name and address knows them; guests know no guests. */
export function relationToGuest(
  caller: Caller,
  { id, invitedById, booking }: ShownGuest,
): Exclude<Relation, "overseer"> {
  const isInviter = caller.kind === "attendee" && caller.attendeeId === invitedById;
  if (isInviter && booking.attendeeIds.includes(invitedById)) return "self";
  return relationToLink(caller, { id, booking });
}

/** What the caller is to the guest's link, which is the guest's own, whoever invited them. */
export function relationToLink(
  caller: Caller,
  { id, booking }: Pick<ShownGuest, "id" | "booking">,
): Exclude<Relation, "overseer"> {
  const relation = relationToAttendee(caller, { id, booking, isOwn: false });
  return relation === "participant" && isGuest(caller, booking) ? "none" : relation;
}
