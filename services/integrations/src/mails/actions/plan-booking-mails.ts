import { DomainError, newId } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";
import type { Context } from "../../context.ts";
import type { BookingKind, PlannedDelivery, Recipient } from "../../deliveries/domain/delivery.ts";

/** News of a booking that its people are to have. */
export type BookingNews = {
  readonly eventId: string;
  readonly kind: BookingKind;
  readonly bookingId: string;
  readonly sequence: number;
  /** Which side is to have it; left out: everybody. */
  readonly to?: "ATTENDEE" | "HOST" | readonly Recipient[];
  /** The former host, who is told of the change as well. */
  readonly formerHostId?: string;
};

/** Makes a delivery to each attendee and each host of the booking. Repeating it for an event does nothing. */
export async function planBookingMails(context: Context, news: BookingNews): Promise<void> {
  const booking = await context.store.bookings.find(news.bookingId);
  // The news that it was made comes first or not at all; in the latter case an operator must look.
  if (!booking)
    throw new DomainError<ErrorCode>("BOOKING_UNKNOWN", "This booking was not heard of.");
  const recipients: readonly Recipient[] = [
    ...booking.attendeeIds.map((id) => ({ kind: "ATTENDEE", id }) as const),
    // What waits for a yes is not theirs to wait for.
    ...(news.kind === "BOOKING_REQUESTED" ? [] : booking.guestIds).map(
      (id) => ({ kind: "GUEST", id }) as const,
    ),
    ...[...booking.hostIds, ...(news.formerHostId ? [news.formerHostId] : [])].map(
      (id) => ({ kind: "HOST", id }) as const,
    ),
  ];
  const { to } = news;
  const chosen =
    typeof to === "object" ? to : recipients.filter(({ kind }) => kind === (to ?? kind));
  await context.store.deliveries.insertMany(
    chosen.map((recipient): PlannedDelivery => ({
      id: newId(),
      eventId: news.eventId,
      kind: news.kind,
      recipient,
      aboutId: booking.id,
      organizationId: booking.organizationId,
      sequence: news.sequence,
      traceparent: context.traceparent,
      createdAt: context.now,
    })),
  );
}
