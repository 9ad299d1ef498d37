import {
  BookingAttended,
  BookingCancelled,
  BookingConfirmed,
  BookingDeclined,
  BookingMissed,
  BookingReassigned,
  BookingRescheduled,
  GuestLeft,
  GuestsInvited,
  TimesDeclined,
  TimesProposed,
} from "@tidbok/events";
import type { Context } from "../../../context.ts";
import { effects, type NewChange } from "../../domain/booking-change.ts";
import type { Booking } from "../../domain/booking.ts";
import { idOfChanger } from "../../domain/relation.ts";

/**
 * The one recorder of what happens to a booking that exists: its reservation, its row, its history and the event, in
 * the transaction that locked it. Gives the booking as it is from then on.
 */
export async function recordChange(
  context: Pick<Context, "store" | "caller" | "now" | "tell">,
  change: NewChange,
): Promise<Booking> {
  const { store, caller, now } = context;
  const { booking, by } = change;
  const byId = by === "SYSTEM" ? null : idOfChanger(caller);
  await changeReservation(context, change);
  if (effects[change.kind].updatesBooking) await store.bookings.update(booking, { byId });
  const position = await store.changes.append({ ...change, byId, now });
  await saveReason(context, { change, position });
  await tellChange(context, change);
  return booking;
}

async function changeReservation(
  { store: { reservations } }: Pick<Context, "store">,
  change: NewChange,
): Promise<void> {
  const { id: bookingId } = change.booking;
  const { reservation } = effects[change.kind];
  if (reservation === "CONFIRM") await reservations.confirm(bookingId);
  if (reservation === "RELEASE") await reservations.release({ bookingId });
  if (change.kind === "RESCHEDULED" && change.seat) {
    await reservations.move(change.booking, change.seat);
  }
  if (change.kind === "REASSIGNED") {
    const { handOver, choice } = change;
    await reservations.handOver({ ...handOver, bookingId, choice });
  }
}

// A booking ends once, so the reason of its end is in the attendee's row; it may move many times.
async function saveReason(
  { store }: Pick<Context, "store">,
  { change, position }: { readonly change: NewChange; readonly position: number },
): Promise<void> {
  if (!("reason" in change) || !change.reason) return;
  const { id: bookingId } = change.booking;
  if (change.kind === "RESCHEDULED") {
    await store.changes.saveReason({ bookingId, position }, change.reason);
  } else {
    await store.attendees.saveCancellationReason(bookingId, change.reason);
  }
}

async function tellChange(
  { tell }: Pick<Context, "tell">,
  change: NewChange,
): Promise<string | null> {
  const { id: bookingId, organizationId, sequence } = change.booking;
  const subject = { about: bookingId, organizationId };
  const which = { bookingId, organizationId };
  switch (change.kind) {
    case "CONFIRMED":
      return tell(BookingConfirmed, subject, { ...which, sequence, by: change.by });
    case "DECLINED":
      return tell(BookingDeclined, subject, { ...which, sequence, by: change.by });
    case "CANCELLED":
      return tell(BookingCancelled, subject, { ...which, sequence, by: change.by });
    case "RESCHEDULED":
      return tell(BookingRescheduled, subject, { ...which, sequence });
    case "REASSIGNED":
      return tell(BookingReassigned, subject, {
        ...which,
        ...change.handOver,
        sequence,
        by: change.by,
        byId: change.choice.byId,
      });
    case "NO_SHOW":
      return tell(BookingMissed, subject, { ...which, by: change.by });
    case "NO_SHOW_UNDONE":
      return tell(BookingAttended, subject, { ...which, by: change.by });
    case "TIMES_PROPOSED": {
      const { proposalId, by } = change;
      return tell(TimesProposed, subject, { ...which, proposalId, sequence, by });
    }
    case "TIMES_DECLINED": {
      const { proposalId, by } = change;
      return tell(TimesDeclined, subject, { ...which, proposalId, sequence, by });
    }
    case "GUESTS_INVITED": {
      const guestIds = [...change.guestIds];
      return tell(GuestsInvited, subject, { ...which, guestIds, sequence, by: change.by });
    }
    case "GUEST_LEFT": {
      const { guestId, isOwn } = change;
      return tell(GuestLeft, subject, { ...which, guestId, sequence, isOwn });
    }
    // The other side sees that the proposal is gone when it looks; no mail says so.
    case "TIMES_WITHDRAWN":
      return null;
  }
}
