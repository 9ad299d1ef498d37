import { BookingCancelled } from "@tidbok/events";
import type { Context } from "../../../context.ts";
import { cancel, type Booking, type BookingParty } from "../../domain/booking.ts";
import { changedBy } from "./changed-by.ts";

/** Writes that a booking is cancelled, opens its time or seat and tells; within the transaction that locked it. */
export async function writeCancelled(
  { store, caller, now, traceparent }: Pick<Context, "store" | "caller" | "now" | "traceparent">,
  change: {
    readonly booking: Booking;
    readonly by: BookingParty;
    readonly reason: string | null | undefined;
  },
): Promise<Booking> {
  const { by, reason } = change;
  const cancelled = cancel(change.booking, { by, now });
  const { id: bookingId, organizationId, sequence } = cancelled;
  const byId = changedBy(caller);
  await store.bookings.update(cancelled, { changedBy: byId });
  await store.changes.append({ kind: "CANCELLED", booking: cancelled, by, byId, now });
  await store.reservations.release({ bookingId });
  if (reason) await store.attendees.saveCancellationReason(bookingId, reason);
  await store.outbox.append(
    BookingCancelled,
    { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
    { bookingId, organizationId, sequence, by },
  );
  return cancelled;
}
