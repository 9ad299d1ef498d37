import type { BookingFile } from "../domain/booking-file.ts";
import { readCalendar } from "./read-calendar.ts";
import { readCsv } from "./read-csv.ts";

/** Reads files of bookings that other programs wrote. */
export type BookingFiles = {
  /** Throws InvalidInput for what is no such file. */
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
