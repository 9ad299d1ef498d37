import type { Interval } from "@tidbok/domain";
import { BookingRescheduled } from "@tidbok/events";
import type { Context } from "../../../context.ts";
import { move, type Booking, type BookingParty } from "../../domain/booking.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { changedBy } from "./changed-by.ts";

/** Writes that a booking has another time, and tells; within the transaction that locked it. */
export async function writeMoved(
  { store, caller, now, traceparent }: Pick<Context, "store" | "caller" | "now" | "traceparent">,
  change: {
    readonly booking: Booking;
    readonly slot: Interval;
    readonly by: BookingParty;
    readonly meetingType: MeetingType;
    readonly reason: string | null | undefined;
  },
): Promise<Booking> {
  const { by, reason } = change;
  const booking = move(change.booking, { ...change, now });
  const { id: bookingId, organizationId, sequence } = booking;
  const byId = changedBy(caller);
  await store.bookings.update(booking, { changedBy: byId });
  const position = await store.changes.append({ kind: "RESCHEDULED", booking, by, byId, now });
  if (reason) await store.changes.saveReason({ bookingId, position }, reason);
  await store.outbox.append(
    BookingRescheduled,
    { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
    { bookingId, organizationId, sequence },
  );
  return booking;
}
