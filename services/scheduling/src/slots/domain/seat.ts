import { minute, type Instant, type Interval } from "@tidbok/domain";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";

/** The seat in a meeting that a booking or hold takes. */
export type Seat = {
  /** What all bookings and holds of one meeting have in common. */
  readonly occurrenceId: string;
  /** How many seats the meeting has. */
  readonly seats: number;
  /** The time that the meeting takes from its hosts, buffers included. */
  readonly reserved: Interval;
};

/** What is reserved before a slot is decided: its own time is not in its way, and its hosts stay. */
export type Reserved = {
  /** The booking or the occurrence; its reservations do not count as taken. */
  readonly id: string;
  readonly hostIds: readonly string[];
  /** The instant from which notice counts. */
  readonly noticeFrom: Instant;
  /** Whether the seat stays, so that the decision joins no other meeting. */
  readonly keepsSeat: boolean;
};

/** What a reservation needs to know of the booking that it is for. */
export type SeatedBooking = {
  readonly id: string;
  readonly organizationId: string;
  readonly hostIds: readonly string[];
  readonly state: string;
};

/** The time that a meeting takes from its hosts: itself and the buffers around it. */
export function reservedTime(
  slot: Interval,
  buffers: Pick<MeetingType, "bufferBeforeMinutes" | "bufferAfterMinutes">,
): Interval {
  return {
    start: slot.start - buffers.bufferBeforeMinutes * minute,
    end: slot.end + buffers.bufferAfterMinutes * minute,
  };
}
