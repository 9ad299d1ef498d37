import { validate } from "@tidbok/domain";
import { BookingAttended, BookingMissed } from "@tidbok/events";
import type { Context } from "../../../context.ts";
import type { Booking } from "../../domain/booking.ts";
import { bookingNamed } from "../../domain/booking-input.ts";
import { recordNoShow, undoNoShow } from "../../domain/no-show.ts";
import { changedBy } from "./changed-by.ts";
import { lockToAnswer } from "./lock-to-answer.ts";

/** Writes whether the attendee of a booking stayed away, and tells; nothing where that is written already. */
export async function writeNoShow(
  context: Context,
  { given, isNoShow }: { readonly given: unknown; readonly isNoShow: boolean },
): Promise<Booking> {
  const { bookingId } = validate(bookingNamed, given);
  const { now, caller, traceparent } = context;
  return context.store.transaction(async (store) => {
    const { booking, by } = await lockToAnswer(store, { bookingId, caller });
    // A retry of what was done changes nothing and tells nobody.
    if ((booking.noShowAt !== null) === isNoShow) return booking;
    const changed = isNoShow ? recordNoShow(booking, now) : undoNoShow(booking);
    const kind = isNoShow ? "NO_SHOW" : "NO_SHOW_UNDONE";
    const { organizationId } = changed;
    const byId = changedBy(caller);
    await store.bookings.updateNoShow(changed, byId);
    await store.changes.append({ kind, booking: changed, by, byId, now });
    await store.outbox.append(
      isNoShow ? BookingMissed : BookingAttended,
      { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
      { bookingId, organizationId, by },
    );
    return changed;
  });
}
