import type { Instant } from "@tidbok/domain";
import type { BookingFile } from "../domain/booking-file.ts";
import { calendarProgram } from "./calendar-program.ts";
import { readCalendar } from "./read-calendar.ts";
import { readCsv } from "./read-csv.ts";

/** Reads files of bookings from other programs. */
export type BookingFiles = {
  /** Throws InvalidInput for a file that is not of the format. */
  read(file: {
    readonly format: "CSV" | "ICALENDAR";
    readonly content: string;
    readonly ownEmails: readonly string[];
    /** The zone of times without a zone; null: the one that the file names. */
    readonly timeZone: string | null;
    readonly now: Instant;
  }): BookingFile;
};

export const createBookingFiles = (): BookingFiles => ({
  read: ({ format, content, ...options }) =>
    format === "CSV"
      ? readCsv(content, options.ownEmails)
      : { ...readCalendar(content, options), recognizedAs: calendarProgram(content) },
});
