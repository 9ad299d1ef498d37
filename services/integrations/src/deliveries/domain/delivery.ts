import type { Instant } from "@tidbok/domain";

/** News of a booking. */
export const bookingKinds = [
  "BOOKING_MADE",
  "BOOKING_REQUESTED",
  "BOOKING_CONFIRMED",
  "BOOKING_DECLINED",
  "BOOKING_RESCHEDULED",
  "BOOKING_REASSIGNED",
  "BOOKING_TIMES_PROPOSED",
  "BOOKING_TIMES_DECLINED",
  "BOOKING_GUEST_INVITED",
  "BOOKING_GUEST_REMOVED",
  "BOOKING_CANCELLED",
] as const;

/** Why a mail about a booking is sent. */
export type BookingKind = (typeof bookingKinds)[number];

const endings: ReadonlySet<string> = new Set<BookingKind>([
  "BOOKING_CANCELLED",
  "BOOKING_DECLINED",
  "BOOKING_GUEST_REMOVED",
]);

/** Whether the news is that the meeting does not take place for the reader. */
export function isEnding(kind: string): boolean {
  return endings.has(kind);
}

/** Why a mail is sent. */
export const deliveryKinds = [...bookingKinds, "EMAIL_VERIFICATION", "INVITATION"] as const;

/** Why a mail is sent. */
export type DeliveryKind = (typeof deliveryKinds)[number];

/** The recipient of a mail. The id is an attendee's, an account's or an invitation's. */
export type Recipient = {
  readonly kind: "ATTENDEE" | "GUEST" | "HOST" | "ACCOUNT" | "INVITEE";
  readonly id: string;
};

/** SENT, FAILED and SKIPPED are the ends: nothing leads out of them. */
export type DeliveryState = "PENDING" | "SENDING" | "SENT" | "FAILED" | "SKIPPED";

/** One mail to one person because of one event, as it is planned. */
export type PlannedDelivery = {
  readonly id: string;
  readonly eventId: string;
  readonly kind: DeliveryKind;
  readonly recipient: Recipient;
  /** The booking, verification or invitation. */
  readonly aboutId: string;
  readonly organizationId: string | null;
  /** The booking's SEQUENCE at the event; null for what is no booking. */
  readonly sequence: number | null;
  /** The W3C trace context of the request that caused the event; null for one without a trace. */
  readonly traceparent: string | null;
  readonly createdAt: Instant;
};

/** A delivery and how far it has come. */
export type Delivery = PlannedDelivery & {
  /** The booking that it is about; null where it is about something else. */
  readonly bookingId: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Whether the mail server was given the mail, in this attempt or an earlier one. It is counted the first time. */
  readonly wasHandedOver: boolean;
  readonly lastErrorCode: string | null;
  readonly sentAt: Instant | null;
};

/** A delivery that this worker, and no other, may send until the lease ends. */
export type LeasedDelivery = Delivery & { readonly leaseId: string };

/** The booking that a delivery is about, or null where it is about something else. */
export function bookingIdOf({
  kind,
  aboutId,
}: Pick<PlannedDelivery, "kind" | "aboutId">): string | null {
  return kind.startsWith("BOOKING_") ? aboutId : null;
}
