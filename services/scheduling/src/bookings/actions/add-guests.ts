import { NotFound, validate } from "@tidbok/domain";
import { GuestsInvited } from "@tidbok/events";
import type { Context } from "../../context.ts";
import { requireActive, type Booking } from "../domain/booking.ts";
import { guestsToAdd } from "../domain/guest.ts";
import { partyOf } from "../domain/relation.ts";
import { changedBy } from "./steps/changed-by.ts";
import { inviteGuests } from "./steps/invite-guests.ts";

export async function addGuests(context: Context, given: unknown): Promise<Booking> {
  const { bookingId, guests } = validate(guestsToAdd, given);
  const { now, caller, traceparent } = context;
  return context.store.transaction(async (store) => {
    const booking = await store.bookings.lock(bookingId);
    const by = booking && partyOf(caller, booking);
    if (!booking || !by) throw new NotFound("booking");
    requireActive(booking, now);
    const byId = changedBy(caller);
    const guestIds = await inviteGuests({ store, now }, { booking, guests, invitedById: byId });
    if (guestIds.length === 0) return booking;
    const { organizationId, sequence } = booking;
    await store.changes.append({ kind: "GUESTS_INVITED", booking, by, byId, now });
    await store.outbox.append(
      GuestsInvited,
      { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
      { bookingId, organizationId, guestIds: [...guestIds], sequence, by },
    );
    return { ...booking, guestIds: [...booking.guestIds, ...guestIds] };
  });
}
