import { BookingReassigned } from "@tidbok/events";
import type { Context } from "../../../context.ts";
import type { Booking, BookingParty } from "../../../bookings/domain/booking.ts";
import { chosenByHand, reassign, type HandOver } from "../../domain/reassign.ts";
import { changedBy } from "../../../bookings/actions/steps/changed-by.ts";

/** Writes that a booking has another host, and tells; within the transaction that locked it. */
export async function writeReassigned(
  { store, caller, now, traceparent }: Pick<Context, "store" | "caller" | "now" | "traceparent">,
  change: {
    readonly booking: Booking;
    readonly by: Exclude<BookingParty, "ATTENDEE">;
    readonly handOver: HandOver;
  },
): Promise<void> {
  const { by, handOver } = change;
  const booking = reassign(change.booking, handOver);
  const { id: bookingId, organizationId, sequence } = booking;
  const byId = changedBy(caller);
  const choice = chosenByHand(handOver, byId);
  await store.reservations.reassign({ bookingId, ...handOver, choice });
  await store.bookings.update(booking, { changedBy: byId });
  await store.changes.append({ kind: "REASSIGNED", booking, handOver, by, byId, now });
  await store.outbox.append(
    BookingReassigned,
    { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
    { bookingId, organizationId, sequence, by, ...handOver },
  );
}
