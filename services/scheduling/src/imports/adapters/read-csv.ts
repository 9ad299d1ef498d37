import { comparableEmail } from "@tidbok/domain";
import {
  emptyBooking,
  mostBookings,
  type BookingFile,
  type FileBooking,
  type ImportProblem,
} from "../domain/booking-file.ts";
import { unreadableFile } from "../domain/unreadable-file.ts";
import { calCom } from "./csv/cal-com.ts";
import { googleCalendar, outlook } from "./csv/calendars.ts";
import { calendly } from "./csv/calendly.ts";
import { plainName, type CsvLayout, type RowBooking } from "./csv/csv-layout.ts";
import { csvTable, type CsvRow } from "./csv/csv-table.ts";
import { checkOwnColumns, ownColumns } from "./csv/own-columns.ts";
import { timeReader, type ReadTime } from "./csv/time-reader.ts";

// The table of Google Calendar has fewer columns than Outlook's, so it comes after.
const programs: readonly CsvLayout[] = [calendly, calCom, outlook, googleCalendar];

/**
 * Bookings of a CSV (RFC 4180) with comma, semicolon or tab. The first row names the columns, in any order and case;
 * by them the export of a known program is recognized. Rows without any text are passed over. A formula is read as text.
 * Throws InvalidInput.
 */
export function readCsv(content: string, ownEmails: readonly string[] = []): BookingFile {
  const [head, ...rows] = csvTable(content);
  if (!head) throw unreadableFile("EMPTY", "must have a first line with the names of the columns");
  if (rows.length > mostBookings) {
    throw unreadableFile("TOO_MANY", `exceeds the limit of ${mostBookings} bookings per file`);
  }
  const names = namesOf(head);
  const layout = programs.find(({ fits }) => fits(new Set(names))) ?? ownColumns;
  if (layout.program === null) checkOwnColumns(names);
  if (rows.length === 0) throw unreadableFile("EMPTY", "must have at least one booking");
  const own = new Set(ownEmails.map(comparableEmail));
  const read = new Set<string>();
  const bookings = rows.map((row) => bookingOf(row, { names, layout, own, read }));
  const times = bookings.flatMap((each) => ("start" in each ? [each.start, each.end] : []));
  const readTime = timeReader(times.filter((text) => text !== null));
  return {
    bookings: bookings.map((each, i) => timed(each, { line: rows[i]?.line ?? 1, readTime })),
    unreadColumns: names.flatMap((name, i) => (read.has(name) ? [] : [i + 1])),
    recognizedAs: layout.program,
  };
}

/** The names of the columns; commas at the end of the row name none. */
function namesOf({ cells }: CsvRow): readonly string[] {
  const names = cells.map(plainName);
  return names.slice(0, names.findLastIndex((name) => name !== "") + 1);
}

type Unfit = { readonly problems: readonly ImportProblem[] };

function bookingOf(
  { cells }: CsvRow,
  {
    names,
    layout,
    own,
    read,
  }: {
    readonly names: readonly string[];
    readonly layout: CsvLayout;
    readonly own: ReadonlySet<string>;
    /** Receives the names of the columns that were read. */
    readonly read: Set<string>;
  },
): RowBooking | Unfit {
  const cellOf = (...wanted: readonly string[]) => {
    for (const name of wanted) read.add(name);
    const values = wanted.map((name) => cells[names.indexOf(name)]);
    return values.find((value) => value !== undefined && value !== "") ?? null;
  };
  const booking = layout.booking(cellOf, own);
  const isFull =
    cells.length >= names.length && cells.slice(names.length).every((each) => each === "");
  return isFull ? booking : { problems: [{ field: null, code: "WRONG_COLUMN_COUNT" }] };
}

function timed(
  booking: RowBooking | Unfit,
  { line, readTime }: { readonly line: number; readonly readTime: (text: string) => ReadTime },
): FileBooking {
  if (!("start" in booking)) return { ...emptyBooking, line, problems: booking.problems };
  const [start, end] = [booking.start, booking.end].map((text) =>
    text === null ? null : readTime(text),
  );
  const field = start === "AMBIGUOUS_DATE" ? "START" : "END";
  const isAmbiguous = start === "AMBIGUOUS_DATE" || end === "AMBIGUOUS_DATE";
  const ambiguous: readonly ImportProblem[] = isAmbiguous
    ? [{ field, code: "AMBIGUOUS_DATE" }]
    : [];
  return {
    ...booking,
    line,
    problems: [...booking.problems, ...ambiguous],
    start: start ?? null,
    end: end ?? null,
  };
}
