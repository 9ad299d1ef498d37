import { input, type Instant } from "@tidbok/domain";
import { z } from "zod";
import type { BookingFileProgram, ImportProblem } from "./booking-file.ts";

/** The possible outcomes for a booking of a file. */
export const importOutcomes = ["IMPORTED", "IMPORTABLE", "KNOWN", "REFUSED"] as const;

/** The outcome for a booking of a file. */
export type ImportOutcome = (typeof importOutcomes)[number];

/** The outcome for one booking of a file, by its line. */
export type ImportedRow = {
  readonly line: number;
  readonly start: Instant | null;
  readonly outcome: ImportOutcome;
  readonly problems: readonly ImportProblem[];
  readonly bookingId: string | null;
};

/** The report of an import or of a check. Of the file it repeats only lines and times. */
export type BookingImport = {
  /** Null when nothing was written. */
  readonly id: string | null;
  readonly rows: readonly ImportedRow[];
  readonly unreadColumns: readonly number[];
  /** The program that wrote the file; null: not recognized. */
  readonly recognizedAs: BookingFileProgram | null;
};

/** One import mails at most this many attendees. */
export const mostNotified = 100;

/** An organization imports at most this many bookings in a day. */
export const mostPerDay = 20_000;

/** The input of importBookings. */
export const importBookingsInput = z.strictObject({
  meetingTypeId: input.id,
  format: z.enum(["CSV", "ICALENDAR"]),
  content: z.string().max(100_000, "must have 100000 characters at most"),
  timeZone: input.timeZone.nullish(),
  locale: input.locale,
  hostId: input.id.nullish(),
  ownEmails: z.array(input.email).max(20),
  mode: z.enum(["CHECK", "IMPORT"]),
  skipsRefused: z.boolean(),
  tellsAttendees: z.boolean(),
  idempotencyKey: input.idempotencyKey,
});

/** The checked input of importBookings. */
export type ImportBookingsInput = z.output<typeof importBookingsInput>;
