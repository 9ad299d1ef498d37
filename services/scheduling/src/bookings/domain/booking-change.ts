import type { Instant, Interval } from "@tidbok/domain";
import type { HandOver } from "../../hosting/domain/reassign.ts";
import type { Booking, BookingState, ChangedBy } from "./booking.ts";

/** What can happen to a booking. */
export const changeKinds = [
  "MADE",
  "IMPORTED",
  "CONFIRMED",
  "DECLINED",
  "RESCHEDULED",
  "REASSIGNED",
  "CANCELLED",
  "NO_SHOW",
  "NO_SHOW_UNDONE",
  "TIMES_PROPOSED",
  "TIMES_DECLINED",
  "TIMES_WITHDRAWN",
  "GUESTS_INVITED",
  "GUEST_LEFT",
] as const;

/** What happened to a booking. */
export type ChangeKind = (typeof changeKinds)[number];

/** A change as it is written; what was written with it is kept apart, with the attendees. */
export type NewChange = {
  readonly kind: ChangeKind;
  /** The booking as it is from then on. */
  readonly booking: Booking;
  /** REASSIGNED: from whom to whom. */
  readonly handOver?: HandOver;
  readonly by: ChangedBy;
  /** The account or attendee; null for SYSTEM. */
  readonly byId: string | null;
  readonly now: Instant;
};

/** A change as it is read. */
export type BookingChange = Interval & {
  readonly bookingId: string;
  /** 0 for the first one. */
  readonly position: number;
  readonly kind: ChangeKind;
  readonly state: BookingState;
  readonly by: ChangedBy;
  readonly byId: string | null;
  readonly at: Instant;
  /** REASSIGNED: who hosted before, and who from then on; otherwise null. */
  readonly fromHostId: string | null;
  readonly toHostId: string | null;
};
