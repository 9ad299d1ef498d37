import type { Instant } from "@tidbok/domain";
import type { Answer } from "../../meeting-types/domain/answer.ts";
import type { Booking } from "./booking.ts";

/** What is known of an attendee as a person. Null: not given, or erased. */
export type AttendeeDetails = {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly timeZone: string | null;
  readonly locale: string | null;
  readonly cancellationReason: string | null;
  readonly answers: readonly Answer[];
};

/** An attendee without anything personal: what may be handled before it is decided who sees what. */
export type Attendee = {
  readonly id: string;
  readonly booking: Booking;
  /** The caller has made this booking in this very request, and so is the attendee or acts for them. */
  readonly isOwn: boolean;
};

/** What is written when a booking is made. */
export type NewAttendee = {
  readonly id: string;
  readonly organizationId: string;
  readonly bookingId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly timeZone: string;
  readonly locale: string;
  readonly answers: readonly Answer[];
  /** Whether the meeting type said on booking that the others see the first name. */
  readonly isShown: boolean;
  readonly createdAt: Instant;
};
