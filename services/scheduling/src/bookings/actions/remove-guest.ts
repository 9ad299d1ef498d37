import { Forbidden, NotFound, validate } from "@tidbok/domain";
import { GuestLeft } from "@tidbok/events";
import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import { guestNamed } from "../domain/guest.ts";
import { isGuest, partyOf } from "../domain/relation.ts";
import { changedBy } from "./steps/changed-by.ts";

/** Takes a guest out of a booking. By themselves, by whoever invited them, and by hosts and admins. */
export async function removeGuest(context: Context, given: unknown): Promise<Booking> {
  const { guestId } = validate(guestNamed, given);
  const { now, caller, traceparent } = context;
  return context.store.transaction(async (store) => {
    const guest = await store.guests.find(guestId);
    const booking = guest && (await store.bookings.lock(guest.bookingId));
    const isOwn = caller.kind === "attendee" && caller.attendeeId === guestId;
    const by =
      booking && (isOwn && isGuest(caller, booking) ? "ATTENDEE" : partyOf(caller, booking));
    if (!guest || !booking || !by) throw new NotFound("guest");
    const byId = changedBy(caller);
    if (by === "ATTENDEE" && !isOwn && guest.invitedById !== byId) throw new Forbidden();
    // A retry of what was done changes nothing and tells nobody.
    if (!booking.guestIds.includes(guestId)) return booking;
    await store.guests.leave(guestId, now);
    const left = { ...booking, guestIds: booking.guestIds.filter((id) => id !== guestId) };
    const { id: bookingId, organizationId, sequence } = booking;
    await store.changes.append({ kind: "GUEST_LEFT", booking: left, by, byId, now });
    await store.outbox.append(
      GuestLeft,
      { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
      { bookingId, organizationId, guestId, sequence, isOwn },
    );
    return left;
  });
}
