import type { BookingFileProgram, FileBooking } from "../../domain/booking-file.ts";

/** The value of the first of these columns that is there and not empty. Names are in small letters, without signs. */
export type Cells = (...names: readonly string[]) => string | null;

/** A booking of a row, with its times as the file writes them. */
export type RowBooking = Omit<FileBooking, "line" | "start" | "end"> & {
  readonly start: string | null;
  readonly end: string | null;
};

/** The columns of a program's export: how to recognize them, and how to read a booking from them. */
export type CsvLayout = {
  /** Null: a table with the columns of the API's manual. */
  readonly program: BookingFileProgram | null;
  readonly fits: (names: ReadonlySet<string>) => boolean;
  readonly booking: (cells: Cells, ownEmails: ReadonlySet<string>) => RowBooking;
};

/** A column's name in small letters, without spaces and signs: `Start Date & Time` is `startdatetime`. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether a cell says yes, in the languages in which the programs write it. */
export function isYes(cell: string | null): boolean {
  return /^(?:true|yes|1|ja|wahr|sant|vrai|oui)$/i.test(cell ?? "");
}
