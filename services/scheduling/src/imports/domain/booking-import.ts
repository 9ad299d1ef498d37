import { input, type Instant } from "@tidbok/domain";
import { z } from "zod";
import type { ImportProblem } from "./booking-file.ts";

/** What becomes of a booking of a file. */
export const importOutcomes = ["IMPORTED", "IMPORTABLE", "KNOWN", "REFUSED"] as const;

/** What became of a booking of a file. */
export type ImportOutcome = (typeof importOutcomes)[number];

/** One booking of a file, by its line. */
export type ImportedRow = {
  readonly line: number;
  readonly start: Instant | null;
  readonly outcome: ImportOutcome;
  readonly problems: readonly ImportProblem[];
  readonly bookingId: string | null;
};

/** What an import did, or would do. It repeats nothing of the file but lines and times. */
export type BookingImport = {
  /** Null where nothing was written. */
  readonly id: string | null;
  readonly rows: readonly ImportedRow[];
  readonly unreadColumns: readonly number[];
};

/** Attendees that one import mails at most. */
export const mostTold = 100;

/** Bookings that an organization brings along in a day at most, whoever sends them. */
export const mostInADay = 20_000;

/** A file of bookings, as it is sent. */
export const bookingsToImport = z.strictObject({
  meetingTypeId: input.id,
  format: z.enum(["CSV", "ICALENDAR"]),
  content: z.string().max(100_000, "must have 100000 characters at most"),
  timeZone: input.timeZone,
  locale: input.locale,
  hostId: input.id.nullish(),
  ownEmails: z.array(input.email).max(20),
  mode: z.enum(["CHECK", "IMPORT"]),
  skipsRefused: z.boolean(),
  tellsAttendees: z.boolean(),
  idempotencyKey: input.idempotencyKey,
});

/** A file of bookings and what to do with it. */
export type BookingsToImport = z.output<typeof bookingsToImport>;
