import { isTimeZone } from "@tidbok/domain";
import ICAL from "ical.js";
import {
  mostBookings,
  emptyBooking,
  type BookingFile,
  type FileBooking,
  type FileTime,
  type ImportProblem,
} from "../domain/booking-file.ts";
import { unreadableFile } from "../domain/unreadable-file.ts";
import { zonesOf, type FileZones } from "./zones-of.ts";

/**
 * Bookings of a calendar (RFC 5545). Each VEVENT is one booking; its attendee is the one ATTENDEE that is neither the
 * ORGANIZER nor one of `ownEmails`. Throws InvalidInput for a file that is not a calendar.
 */
export function readCalendar(content: string, ownEmails: readonly string[]): BookingFile {
  const lines = content.split(/\r\n|\r|\n/);
  const starts = lines.flatMap((line, i) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [i + 1] : []));
  if (starts.length > mostBookings) {
    throw unreadableFile("TOO_MANY", `exceeds the limit of ${mostBookings} bookings per file`);
  }
  const own = new Set(ownEmails.map((email) => email.toLowerCase()));
  const events = calendarsOf(content).flatMap((calendar) => {
    const zones = zonesOf(calendar);
    return calendar.getAllSubcomponents("vevent").map((event) => ({ event, zones }));
  });
  // The library skips the rest of a component that ends too early; the import would lose those events silently.
  if (events.length !== starts.length) throw notACalendar();
  if (events.length === 0) throw unreadableFile("EMPTY", "must have at least one booking");
  const bookings = events.map(({ event, zones }, i) =>
    bookingOf(event, { zones, own, line: starts[i] ?? 1 }),
  );
  return { bookings, unreadColumns: [] };
}

function calendarsOf(content: string): readonly ICAL.Component[] {
  let parsed: unknown;
  try {
    parsed = ICAL.parse(content.replace(/^\uFEFF/, ""));
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
  return calendars;
}

function notACalendar(): Error {
  return unreadableFile("UNREADABLE", "must be an iCalendar file (RFC 5545)");
}

type FileContext = {
  readonly zones: FileZones;
  readonly own: ReadonlySet<string>;
  readonly line: number;
};

function bookingOf(event: ICAL.Component, { zones, own, line }: FileContext): FileBooking {
  const problems: ImportProblem[] = [];
  const recurs = ["rrule", "rdate", "recurrence-id"].some((name) => event.hasProperty(name));
  if (recurs) problems.push({ field: null, code: "RECURRING" });
  const status = String(event.getFirstPropertyValue("status") ?? "CONFIRMED").toUpperCase();
  if (status !== "CONFIRMED") problems.push({ field: null, code: "NOT_CONFIRMED" });
  const [attendee, ...others] = attendeesOf(event, own);
  if (others.length > 0) problems.push({ field: "EMAIL", code: "SEVERAL_ATTENDEES" });
  const start = timeOf(event.getFirstProperty("dtstart"), zones);
  if (start === "ALL_DAY") problems.push({ field: "START", code: "ALL_DAY" });
  const end = timeOf(event.getFirstProperty("dtend"), zones);
  const uid = event.getFirstPropertyValue("uid");
  return {
    ...emptyBooking,
    ...attendee,
    line,
    problems,
    start,
    end,
    durationMinutes: minutesOf(event),
    uid: typeof uid === "string" && uid.trim() !== "" ? uid : null,
  };
}

function attendeesOf(event: ICAL.Component, own: ReadonlySet<string>) {
  const organizer = addressOf(event.getFirstProperty("organizer"));
  return event.getAllProperties("attendee").flatMap((attendee) => {
    const email = addressOf(attendee);
    const kind = (attendee.getFirstParameter("cutype") || "INDIVIDUAL").toUpperCase();
    const isGone = attendee.getFirstParameter("partstat")?.toUpperCase() === "DECLINED";
    if (email === null || isGone || kind !== "INDIVIDUAL") return [];
    if (email === organizer || own.has(email.toLowerCase())) return [];
    return [{ email, name: attendee.getFirstParameter("cn") || email }];
  });
}

function addressOf(property: ICAL.Property | null): string | null {
  const value = property?.getFirstValue();
  return typeof value === "string" ? value.replace(/^mailto:/i, "") : null;
}

/** The time of a property; a text, which is refused later, for a property without a readable time. */
function timeOf(property: ICAL.Property | null, zones: FileZones): FileTime | string | null {
  if (!property) return null;
  let time: unknown;
  try {
    time = property.getFirstValue();
  } catch {
    return "unreadable";
  }
  if (!(time instanceof ICAL.Time)) return "unreadable";
  if (time.isDate) return "ALL_DAY";
  const { year, month, day, hour, minute, second } = time;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  if (time.zone === ICAL.Timezone.utcTimezone) return { instant: wall };
  const name = property.getFirstParameter("tzid") || null;
  if (name === null || isTimeZone(name)) return { wall, timeZone: name };
  return zones.instantOf(name, time) ?? { wall, timeZone: name };
}

function minutesOf(event: ICAL.Component): string | null {
  const value = event.getFirstPropertyValue("duration");
  return value instanceof ICAL.Duration ? String(value.toSeconds() / 60) : null;
}
