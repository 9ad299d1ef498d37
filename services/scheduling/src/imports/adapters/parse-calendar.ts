import ICAL from "ical.js";
import { unreadableFile } from "../domain/unreadable-file.ts";

/** The calendars of a file as components of ical.js, and the lines on which its events begin; 1 is the first. */
export type ParsedCalendars = {
  readonly calendars: readonly ICAL.Component[];
  readonly eventLines: readonly number[];
};

// All other properties are left out before parsing, so that a vendor's malformed property spoils no booking.
const readProperties = new Set(
  (
    "BEGIN END METHOD X-WR-TIMEZONE TZID DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID TZOFFSETFROM " +
    "TZOFFSETTO UID SEQUENCE DTSTAMP STATUS TRANSP ATTENDEE ORGANIZER X-MICROSOFT-CDO-ALLDAYEVENT " +
    "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT X-FUNAMBOL-ALLDAY"
  ).split(" "),
);
const contentLine = /^([a-z0-9-]+)[:;]/i;
const typed =
  /^(DTSTART|DTEND|DURATION|RRULE|EXRULE|RDATE|EXDATE|RECURRENCE-ID|DTSTAMP|TZOFFSETFROM|TZOFFSETTO)(;.*)?:([^:]*)$/i;

/**
 * Parses the text of an iCalendar file (RFC 5545). Times, durations and rules stay texts in capitals, because the
 * library refuses the whole file for one that it cannot read. RDATE is named X-RDATE. Throws InvalidInput for a file
 * of another format.
 */
export function parseCalendar(content: string): ParsedCalendars {
  const text = content.replace(/\r\n?/g, "\n").replace(/^\uFEFF/gm, "");
  const eventLines = text
    .split("\n")
    .flatMap((line, i) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [i + 1] : []));
  const lines = text
    .replace(/\n[ \t]/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (lines.some((line) => !contentLine.test(line))) throw notACalendar();
  const read = lines.filter((line) =>
    readProperties.has((contentLine.exec(line)?.[1] ?? "").toUpperCase()),
  );
  let parsed: unknown;
  try {
    parsed = ICAL.parse(read.map(withTextValue).join("\r\n"));
  } catch {
    // The library's message would repeat text of the file.
    throw notACalendar();
  }
  // The library returns one component or a list of components.
  const [first] = parsed as readonly unknown[];
  const all = (typeof first === "string" ? [parsed] : parsed) as unknown[][];
  const calendars = all.map((each) => new ICAL.Component(each));
  if (calendars.length === 0 || calendars.some(({ name }) => name !== "vcalendar")) {
    throw notACalendar();
  }
  return { calendars, eventLines };
}

/** The refusal of a file of another format. */
export function notACalendar(): Error {
  return unreadableFile("UNREADABLE", "must be an iCalendar file (RFC 5545)");
}

function withTextValue(line: string): string {
  const [, name, parameters = "", value] = typed.exec(line) ?? [];
  if (name === undefined || value === undefined) return line.trimEnd();
  const isDate = /;VALUE="?DATE"?(;|$)/i.test(parameters);
  const others = parameters
    .replace(/;VALUE=[^;]*/i, "")
    // tzone://Microsoft/Utc and (GMT+01:00) Paris come without the quotes that a colon needs.
    .replace(/;TZID=(?!")([^;]*)/i, ';TZID="$1"');
  const text = value.trim().toUpperCase();
  const times = isDate ? text.replace(/T\d{4,6}Z?/g, "") : text;
  // The library ignores VALUE for this property alone.
  const readName = name.toUpperCase() === "RDATE" ? "X-RDATE" : name;
  return `${readName}${others};VALUE=TEXT:${times}`;
}
