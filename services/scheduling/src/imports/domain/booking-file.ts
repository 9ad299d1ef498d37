import type { Instant } from "@tidbok/domain";

/** What a column of a file, or a property of an event in one, is about. */
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
] as const;

/** What a problem is about. */
export type ImportField = (typeof importFields)[number];

/** Why a booking of a file cannot be imported. */
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
  | "REPEATED"
  | "TIME_TAKEN";

/** Why, and of what; null: of all of it. It never repeats what the file says. */
export type ImportProblem = {
  readonly field: ImportField | null;
  readonly code: ImportProblemCode;
};

/** A time of a file: an instant, or a wall time (milliseconds since 1970 on that wall) of a zone or of none. */
export type GivenTime =
  { readonly instant: Instant } | { readonly wall: number; readonly timeZone: string | null };

/** A booking as a file says it, before anything is checked. Null: nothing said. */
export type GivenBooking = {
  /** Where in the file it begins, 1 for the first line. */
  readonly line: number;
  /** What whoever read the file has found already. */
  readonly problems: readonly ImportProblem[];
  /** A text that is no time is kept, and refused later. */
  readonly start: GivenTime | string | null;
  readonly end: GivenTime | string | null;
  readonly durationMinutes: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly timeZone: string | null;
  readonly locale: string | null;
  readonly hostId: string | null;
  readonly uid: string | null;
};

/** What was read of a file. */
export type BookingFile = {
  readonly bookings: readonly GivenBooking[];
  /** CSV: columns that mean nothing here, the first being 1. */
  readonly unreadColumns: readonly number[];
};

/** So many bookings in one file at most. */
export const mostImported = 1_000;

/** A booking of which nothing is said. */
export const nothingSaid: Omit<GivenBooking, "line" | "problems"> = {
  ...{ start: null, end: null, durationMinutes: null, name: null, email: null, phone: null },
  ...{ timeZone: null, locale: null, hostId: null, uid: null },
};
