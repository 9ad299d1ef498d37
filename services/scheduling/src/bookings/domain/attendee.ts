import { InvalidInput, type Instant, day } from "@tidbok/domain";
import { type Answer, readAnswers } from "../../meeting-types/domain/read-answers.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import type { BookMeetingInput } from "./booking-input.ts";
import type { Booking } from "./booking.ts";

/** The personal data of an attendee. Null: not given, or erased. */
export type AttendeeDetails = {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly timeZone: string | null;
  readonly locale: string | null;
  readonly cancellationReason: string | null;
  readonly answers: readonly Answer[];
};

/** An attendee without personal data: what may be handled before the caller's access is decided. */
export type Attendee = {
  readonly id: string;
  readonly booking: Booking;
  /** The caller made this booking in this very request, so the caller is the attendee or acts for the attendee. */
  readonly isOwn: boolean;
};

/** The personal data with which a booking is made. */
export type GivenDetails = Pick<
  NewAttendee,
  "name" | "email" | "phone" | "timeZone" | "locale" | "answers"
>;

/** An attendee as it is written with a new booking. */
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
  /** Whether the attendee was told on booking that co-attendees see the first name. */
  readonly isShown: boolean;
  readonly createdAt: Instant;
};

/** The attendee's data of an input. Throws InvalidInput when the meeting type requires more, or an answer is wrong. */
export function readDetails(
  { attendee, answers }: Pick<BookMeetingInput, "attendee" | "answers">,
  { location, questions }: Pick<MeetingType, "location" | "questions">,
): GivenDetails {
  const { phone = null } = attendee;
  if (location.kind === "HOST_CALLS" && phone === null) {
    const message = "must be given, because the host calls the attendee";
    throw new InvalidInput([{ path: "attendee.phone", code: "REQUIRED", message }]);
  }
  return { ...attendee, phone, answers: readAnswers(questions, answers) };
}

/** The first attendee of a new booking. */
export function makeAttendee(
  booking: Booking,
  { details, isShown }: { readonly details: GivenDetails; readonly isShown: boolean },
): NewAttendee {
  const { id: bookingId, organizationId, createdAt } = booking;
  const [id] = booking.attendeeIds;
  if (id === undefined) throw new Error("A booking has an attendee.");
  return { ...details, id, organizationId, bookingId, isShown, createdAt };
}

const validFor = 90 * day;

/** The instant until which the manage link of a booking with this end is valid. */
export function manageLinkExpiry(end: Instant): Instant {
  return end + validFor;
}

/** The end of the bookings with manage links that expire now. */
export function lastEndOfLinks(now: Instant): Instant {
  return now - validFor;
}

/** The first word of a name. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? "";
}
