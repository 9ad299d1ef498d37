import { CsvError, parse } from "csv-parse/sync";
import {
  mostBookings,
  emptyBooking,
  type BookingFile,
  type FileBooking,
} from "../domain/booking-file.ts";
import { unreadableFile } from "../domain/unreadable-file.ts";

type Column = keyof typeof emptyBooking;
type Line = {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
};

const columns = Object.keys(emptyBooking) as readonly Column[];

/**
 * Bookings of a CSV (RFC 4180). Its first line names the columns, in any order and case: `start`, `end` or
 * `durationMinutes`, `name`, `email`, `phone`, `timeZone`, `locale`, `hostId`, `uid`, `guests` (addresses). The first line also shows the
 * separator: comma, semicolon (as Excel writes in much of Europe) or tab. A formula is read as text.
 * Throws InvalidInput.
 */
export function readCsv(content: string): BookingFile {
  const [head, ...lines] = linesOf(content);
  if (!head) throw unreadableFile("EMPTY", "must have a first line with the names of the columns");
  if (lines.length > mostBookings) {
    throw unreadableFile("TOO_MANY", `exceeds the limit of ${mostBookings} bookings per file`);
  }
  const names = head.record.map(columnOf);
  checkColumns(names);
  if (lines.length === 0) throw unreadableFile("EMPTY", "must have at least one booking");
  return {
    bookings: lines.map((line) => bookingOf(line, names)),
    unreadColumns: names.flatMap((name, i) => (name === null ? [i + 1] : [])),
  };
}

function linesOf(content: string): readonly Line[] {
  // The library counts CR LF inside quotes as two lines.
  const text = content.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  try {
    return parse(text, {
      delimiter: delimiterOf(text.split("\n", 1)[0] ?? ""),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      raw: true,
      // The first line and one booking above the limit: enough to see that the limit is exceeded.
      to: mostBookings + 2,
    }) as unknown as readonly Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error["lines"] === "number" ? ` in line ${error["lines"]}` : "";
    throw unreadableFile("UNREADABLE", `must have balanced quotes (RFC 4180)${line}`);
  }
}

function delimiterOf(head: string): string {
  const counts = [",", ";", "\t"].map((mark) => [mark, head.split(mark).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function columnOf(name: string): Column | null {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]/g, "");
  return columns.find((column) => plain(column) === plain(name)) ?? null;
}

function checkColumns(names: readonly (Column | null)[]): void {
  const known = names.filter((name) => name !== null);
  const missing = (["start", "name", "email"] as const).find((name) => !known.includes(name));
  if (missing) throw unreadableFile("MISSING_COLUMN", `must have a column named ${missing}`);
  if (!known.includes("end") && !known.includes("durationMinutes")) {
    throw unreadableFile("MISSING_COLUMN", "must have a column named end or durationMinutes");
  }
  const repeated = known.find((name, i) => known.indexOf(name) < i);
  if (repeated)
    throw unreadableFile("REPEATED_COLUMN", `must have only one column named ${repeated}`);
}

function bookingOf({ record, raw, info }: Line, names: readonly (Column | null)[]): FileBooking {
  const breaks = raw.replace(/^\n+|\n$/g, "").split("\n").length - 1;
  const line = info.lines - breaks;
  if (record.length !== names.length) {
    return { ...emptyBooking, line, problems: [{ field: null, code: "WRONG_COLUMN_COUNT" }] };
  }
  const fields = names.flatMap((name, i) => {
    const value = record[i]?.trim() ?? "";
    return name === null || value === "" ? [] : [[name, value] as const];
  });
  const { guests = "", ...texts } = Object.fromEntries(fields) as { guests?: string };
  const emails = guests.split(/[\s,;]+/).filter((email) => email !== "");
  return {
    ...emptyBooking,
    ...texts,
    guests: emails.map((email) => ({ name: null, email })),
    line,
    problems: [],
  };
}
