import { validate } from "@tidbok/domain";
import { BookingAttended } from "@tidbok/events";
import type { Context } from "../context.ts";
import type { Booking } from "../domain/booking.ts";
import { bookingNamed } from "../domain/booking-input.ts";
import * as noShow from "../domain/no-show.ts";
import { changedBy } from "./changed-by.ts";
import { lockToAnswer } from "./lock-to-answer.ts";

export async function undoNoShow(context: Context, given: unknown): Promise<Booking> {
  const { bookingId } = validate(bookingNamed, given);
  const { now, caller, traceparent } = context;
  return context.store.transaction(async (store) => {
    const { booking, by } = await lockToAnswer(store, { bookingId, caller });
    // A retry of what was done changes nothing and tells nobody.
    if (booking.noShowAt === null) return booking;
    const changed = noShow.undoNoShow(booking);
    const { organizationId } = changed;
    const byId = changedBy(caller);
    await store.bookings.updateNoShow(changed, byId);
    await store.changes.append({ kind: "NO_SHOW_UNDONE", booking: changed, by, byId, now });
    await store.outbox.append(
      BookingAttended,
      { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
      { bookingId, organizationId, by },
    );
    return changed;
  });
}
