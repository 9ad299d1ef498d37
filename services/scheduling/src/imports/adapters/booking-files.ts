import type { BookingFile } from "../domain/booking-file.ts";
import { readCalendar } from "./read-calendar.ts";
import { readCsv } from "./read-csv.ts";

/** Reads files of bookings from other programs. */
export type BookingFiles = {
  /** Throws InvalidInput for a file that is not of the format. */
  read(file: {
    readonly format: "CSV" | "ICALENDAR";
    readonly content: string;
    readonly ownEmails: readonly string[];
  }): BookingFile;
};

export const createBookingFiles = (): BookingFiles => ({
  read: ({ format, content, ownEmails }) =>
    format === "CSV" ? readCsv(content) : readCalendar(content, ownEmails),
});
