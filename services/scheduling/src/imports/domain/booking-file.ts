import type { Instant } from "@tidbok/domain";
import type { SeriesRule } from "./series-rule.ts";

/** The fields of a booking in a file: a column of a CSV, or a property of an event. */
export const importFields = [
  "START",
  "END",
  "NAME",
  "EMAIL",
  "PHONE",
  "TIME_ZONE",
  "LOCALE",
  "HOST",
  "UID",
  "GUESTS",
] as const;

/** A field of a booking in a file. */
export type ImportField = (typeof importFields)[number];

/** The reason why a booking of a file cannot be imported. */
export type ImportProblemCode =
  | "REQUIRED"
  | "WRONG_FORMAT"
  | "TOO_LONG"
  | "UNKNOWN_TIME_ZONE"
  | "NO_SUCH_TIME"
  | "END_BEFORE_START"
  | "OUT_OF_RANGE"
  | "UNKNOWN_HOST"
  | "NOT_YOURS"
  | "WRONG_COLUMN_COUNT"
  | "ALL_DAY"
  | "RECURRING"
  | "NOT_CONFIRMED"
  | "SEVERAL_ATTENDEES"
  | "TOO_MANY"
  | "AMBIGUOUS_DATE"
  | "REPEATED"
  | "TIME_TAKEN";

/** A problem and its field; a null field: the problem is about the whole booking. It repeats no text of the file. */
export type ImportProblem = {
  readonly field: ImportField | null;
  readonly code: ImportProblemCode;
};

/**
 * A time of a file: an instant, or a wall time (milliseconds since 1970 on that wall). A null zone: the file names no
 * zone for this time.
 */
export type FileTime =
  { readonly instant: Instant } | { readonly wall: number; readonly timeZone: string | null };

/** A guest of a booking in a file, before the fields are checked. */
export type FileGuest = { readonly name: string | null; readonly email: string };

/** A booking of a file, before its fields are checked. Null: the file does not have the field. */
export type FileBooking = {
  /** The line of the file on which it begins; 1 is the first. */
  readonly line: number;
  /** The problems that reading the file has found already. */
  readonly problems: readonly ImportProblem[];
  /** A text is a time that could not be read; it is refused when the booking is checked. */
  readonly start: FileTime | string | null;
  readonly end: FileTime | string | null;
  readonly durationMinutes: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly timeZone: string | null;
  readonly locale: string | null;
  readonly hostId: string | null;
  readonly uid: string | null;
  /** The people besides the attendee; the same person may stand there twice, or be the attendee or a host. */
  readonly guests: readonly FileGuest[];
} & Partial<OccurrenceFields>;

/** The fields of an occurrence of a series; absent for a booking that stands alone. */
export type OccurrenceFields = {
  /** The start that it has by the rule of its series (RFC 3339), which tells it from the others of the same uid. */
  readonly occurrence: string | null;
  /** The rule of its series, and the line on which the series begins; null: the platform has no words for the rule. */
  readonly series: (SeriesRule & { readonly line: number }) | null;
};

/** A program whose exports are recognized. */
export const bookingFilePrograms = ["CALENDLY", "CAL_COM", "GOOGLE_CALENDAR", "OUTLOOK"] as const;

/** A program whose exports are recognized. */
export type BookingFileProgram = (typeof bookingFilePrograms)[number];

/** The bookings of a file. */
export type BookingFile = {
  readonly bookings: readonly FileBooking[];
  /** CSV: the columns with unknown names; 1 is the first. */
  readonly unreadColumns: readonly number[];
  /** iCalendar: the zone that the file names for times without a zone. */
  readonly timeZone?: string | null;
  /** The program that wrote the file; null for others and for the columns of the manual. */
  readonly recognizedAs: BookingFileProgram | null;
};

/** A file has at most this many bookings. */
export const mostBookings = 1_000;

/** A booking without any field. */
export const emptyBooking: Omit<FileBooking, "line" | "problems" | keyof OccurrenceFields> = {
  start: null,
  end: null,
  durationMinutes: null,
  name: null,
  email: null,
  phone: null,
  timeZone: null,
  locale: null,
  hostId: null,
  uid: null,
  guests: [],
};
