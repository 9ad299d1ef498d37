import type { Instant, Interval } from "@tidbok/domain";
import type { HandChoice, HandOver } from "../../slots/domain/hosts-of-slot.ts";
import type { Seat } from "../../slots/domain/slot-decision.ts";
import type { Booking, BookingParty, BookingState, ChangedBy } from "./booking.ts";

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

type HostSide = Exclude<BookingParty, "ATTENDEE">;

/** A change to record, with the booking as it is from then on. */
export type NewChange = { readonly booking: Booking } & (
  | { readonly kind: "CONFIRMED" | "NO_SHOW" | "NO_SHOW_UNDONE"; readonly by: HostSide }
  | {
      readonly kind: "DECLINED";
      readonly by: Exclude<ChangedBy, "ATTENDEE">;
      readonly reason: string | null;
    }
  | { readonly kind: "CANCELLED"; readonly by: BookingParty; readonly reason: string | null }
  | {
      readonly kind: "RESCHEDULED";
      readonly by: BookingParty;
      readonly reason: string | null;
      /** The seat to move to; null when the meeting moves as a whole, with the seats of all its bookings. */
      readonly seat: Seat | null;
    }
  | {
      readonly kind: "REASSIGNED";
      readonly by: HostSide;
      readonly handOver: HandOver;
      readonly choice: HandChoice;
    }
  | {
      readonly kind: "TIMES_PROPOSED" | "TIMES_DECLINED" | "TIMES_WITHDRAWN";
      readonly by: BookingParty;
      readonly proposalId: string;
    }
  | {
      readonly kind: "GUESTS_INVITED";
      readonly by: BookingParty;
      readonly guestIds: readonly string[];
    }
  | {
      readonly kind: "GUEST_LEFT";
      readonly by: BookingParty;
      readonly guestId: string;
      readonly isOwn: boolean;
    }
);

/** What a change does to the booking's row and to the time that it has reserved. */
type Effect = {
  readonly updatesBooking: boolean;
  readonly reservation: "STAYS" | "CONFIRM" | "RELEASE" | "MOVE" | "HAND_OVER";
};

const none: Effect = { updatesBooking: false, reservation: "STAYS" };

/** By kind, what the change writes beside the history. */
export const effects: Readonly<Record<NewChange["kind"], Effect>> = {
  CONFIRMED: { updatesBooking: true, reservation: "CONFIRM" },
  DECLINED: { updatesBooking: true, reservation: "RELEASE" },
  CANCELLED: { updatesBooking: true, reservation: "RELEASE" },
  RESCHEDULED: { updatesBooking: true, reservation: "MOVE" },
  REASSIGNED: { updatesBooking: true, reservation: "HAND_OVER" },
  NO_SHOW: { updatesBooking: true, reservation: "STAYS" },
  NO_SHOW_UNDONE: { updatesBooking: true, reservation: "STAYS" },
  TIMES_PROPOSED: none,
  TIMES_DECLINED: none,
  TIMES_WITHDRAWN: none,
  GUESTS_INVITED: none,
  GUEST_LEFT: none,
};

/** A row of the history; the reason that was written with it is kept apart, with the attendees. */
export type HistoryEntry = {
  readonly kind: ChangeKind;
  readonly booking: Booking;
  /** REASSIGNED: from which host to which other. */
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
  /** REASSIGNED: the host before and the host from then on; otherwise null. */
  readonly fromHostId: string | null;
  readonly toHostId: string | null;
};
