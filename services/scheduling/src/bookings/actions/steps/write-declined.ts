import { BookingDeclined } from "@tidbok/events";
import type { Context } from "../../../context.ts";
import { decline, type Booking, type ChangedBy } from "../../domain/booking.ts";

/** Writes that a booking is declined, opens its time and tells; within the transaction that locked it. */
export async function writeDeclined(
  { store, now, traceparent }: Pick<Context, "store" | "now" | "traceparent">,
  answer: {
    readonly booking: Booking;
    readonly by: Exclude<ChangedBy, "ATTENDEE">;
    readonly changedBy: string | null;
  },
): Promise<Booking> {
  const { by, changedBy: byId } = answer;
  const declined = decline(answer.booking, { by, now });
  const { id: bookingId, organizationId, sequence } = declined;
  await store.bookings.update(declined, answer);
  await store.changes.append({ kind: "DECLINED", booking: declined, by, byId, now });
  await store.reservations.release({ bookingId });
  await store.outbox.append(
    BookingDeclined,
    { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
    { bookingId, organizationId, sequence, by },
  );
  return declined;
}
