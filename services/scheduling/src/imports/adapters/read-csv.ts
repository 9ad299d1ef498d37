import { CsvError, parse } from "csv-parse/sync";
import {
  mostImported,
  nothingSaid,
  type BookingFile,
  type GivenBooking,
} from "../domain/booking-file.ts";
import { unreadableFile } from "../domain/unreadable-file.ts";

type Column = Exclude<keyof typeof nothingSaid, never>;
type Line = {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
};

const columns = Object.keys(nothingSaid) as readonly Column[];

/**
 * Bookings of a CSV (RFC 4180), with the names of the columns in its first line, in any order and
 * case: `start`, `end` or `durationMinutes`, `name`, `email`, `phone`, `timeZone`, `locale`, `hostId`,
 * `uid`. Fields are separated by what the first line separates them by: comma, semicolon (as Excel
 * does in much of Europe) or tab. What looks like a formula is text. Throws InvalidInput.
 */
export function readCsv(content: string): BookingFile {
  const [head, ...lines] = linesOf(content);
  if (!head) throw unreadableFile("EMPTY", "must have a first line with the names of its columns");
  if (lines.length > mostImported) {
    throw unreadableFile("TOO_MANY", `must have ${mostImported} bookings at most`);
  }
  const names = head.record.map(columnOf);
  checkColumns(names);
  if (lines.length === 0) throw unreadableFile("EMPTY", "must have a booking");
  return {
    bookings: lines.map((line) => bookingOf(line, names)),
    unreadColumns: names.flatMap((name, i) => (name === null ? [i + 1] : [])),
  };
}

function linesOf(content: string): readonly Line[] {
  // The library counts a line break of two characters inside quotes as two.
  const text = content.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  try {
    return parse(text, {
      delimiter: delimiterOf(text.split("\n", 1)[0] ?? ""),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      raw: true,
      // One more than there may be, and the first line: enough to tell that there are too many.
      to: mostImported + 2,
    }) as unknown as readonly Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error["lines"] === "number" ? ` in line ${error["lines"]}` : "";
    throw unreadableFile("UNREADABLE", `must have quotes as RFC 4180 has them${line}`);
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
  const given = names.filter((name) => name !== null);
  const missing = (["start", "name", "email"] as const).find((name) => !given.includes(name));
  if (missing) throw unreadableFile("MISSING_COLUMN", `must have a column named ${missing}`);
  if (!given.includes("end") && !given.includes("durationMinutes")) {
    throw unreadableFile("MISSING_COLUMN", "must have a column named end or durationMinutes");
  }
  const repeated = given.find((name, i) => given.indexOf(name) < i);
  if (repeated) throw unreadableFile("REPEATED_COLUMN", `must have one column named ${repeated}`);
}

function bookingOf({ record, raw, info }: Line, names: readonly (Column | null)[]): GivenBooking {
  const breaks = raw.replace(/^\n+|\n$/g, "").split("\n").length - 1;
  const line = info.lines - breaks;
  if (record.length !== names.length) {
    return { ...nothingSaid, line, problems: [{ field: null, code: "WRONG_COLUMN_COUNT" }] };
  }
  const said = names.flatMap((name, i) => {
    const value = record[i]?.trim() ?? "";
    return name === null || value === "" ? [] : [[name, value] as const];
  });
  return { ...nothingSaid, ...Object.fromEntries(said), line, problems: [] };
}
