import { Forbidden, NotFound, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { removeGuestInput } from "../domain/booking-input.ts";
import type { Booking } from "../domain/booking.ts";
import { idOfChanger, isGuest, partyOf } from "../domain/relation.ts";
import { recordChange } from "./steps/record-change.ts";

/** Removes a guest from a booking: the guest, the inviter, the hosts and the admins may do so. */
export async function removeGuest(context: Context, given: unknown): Promise<Booking> {
  const { guestId } = validate(removeGuestInput, given);
  return inTransaction(context, async (context) => {
    const { store, caller, now } = context;
    const guest = await store.guests.find(guestId);
    const booking = guest && (await store.bookings.lock(guest.bookingId));
    const isOwn = caller.kind === "attendee" && caller.attendeeId === guestId;
    const by =
      booking && (isOwn && isGuest(caller, booking) ? "ATTENDEE" : partyOf(caller, booking));
    if (!guest || !booking || !by) throw new NotFound("guest");
    const isInviter = guest.invitedById === idOfChanger(caller);
    if (by === "ATTENDEE" && !isOwn && !isInviter) throw new Forbidden();
    // A retry changes nothing and tells nothing.
    if (!booking.guestIds.includes(guestId)) return booking;
    await store.guests.leave(guestId, now);
    const left = { ...booking, guestIds: booking.guestIds.filter((id) => id !== guestId) };
    return recordChange(context, { kind: "GUEST_LEFT", booking: left, by, guestId, isOwn });
  });
}
