import { comparableEmail } from "@tidbok/domain";
import {
  emptyBooking,
  mostBookings,
  type BookingFile,
  type FileBooking,
  type ImportProblem,
} from "../domain/booking-file.ts";
import { seriesRule, type SeriesRule } from "../domain/series-rule.ts";
import { unreadableFile } from "../domain/unreadable-file.ts";
import { endOf, type CalendarEvent } from "./calendar-event.ts";
import { timesOf } from "./calendar-time.ts";
import type { Occurrence } from "./occurrences-of.ts";
import { peopleOf } from "./people-of.ts";
import { textOf } from "./property-text.ts";
import { readMeetings, type CalendarMeeting, type CalendarOptions } from "./read-meetings.ts";
import { readRule } from "./recurrence-rule.ts";

/**
 * Bookings of an iCalendar file (RFC 5545): one of each occurrence. The first person that attends beside the ORGANIZER
 * and `ownEmails` is the attendee, the others are guests. Throws InvalidInput for a file that is not a calendar.
 */
export function readCalendar(
  content: string,
  { ownEmails, ...options }: CalendarOptions & { readonly ownEmails: readonly string[] },
): Omit<BookingFile, "recognizedAs"> {
  const { meetings, timeZone } = readMeetings(content, options);
  const own = new Set(ownEmails.map(comparableEmail));
  const bookings = meetings.flatMap((meeting) => bookingsOf(meeting, own));
  if (bookings.length === 0) throw unreadableFile("EMPTY", "must have at least one booking");
  if (bookings.length > mostBookings) {
    throw unreadableFile("TOO_MANY", `exceeds the limit of ${mostBookings} bookings per file`);
  }
  return { bookings, unreadColumns: [], timeZone };
}

function bookingsOf(
  { event, isSeries, occurrences }: CalendarMeeting,
  own: ReadonlySet<string>,
): readonly FileBooking[] {
  const problems = problemsOf(event);
  const isUnread = occurrences === null || !event.start?.zone;
  // A series that is no booking is one line of the report, not hundreds.
  if (problems.length > 0 || isUnread) {
    const unreadRule: ImportProblem = { field: null, code: "RECURRING" };
    const all = occurrences === null ? [...problems, unreadRule] : problems;
    return [bookingOf(event, { own, problems: all, ...fileTimes(event) })];
  }
  const rule = readRule(textOf(event.component, "rrule"));
  const series = isSeries ? seriesRule(rule) : null;
  return occurrences.map((each) => occurrenceBooking(each, { own, series, whole: event }));
}

function occurrenceBooking(
  { event, start, end, original }: Occurrence,
  {
    own,
    series,
    whole,
  }: {
    readonly own: ReadonlySet<string>;
    readonly series: SeriesRule | null;
    readonly whole: CalendarEvent;
  },
): FileBooking {
  const booking = bookingOf(event, {
    own,
    whole,
    problems: problemsOf(event),
    start: { instant: start },
    end: end === null ? fileTimes(event).end : { instant: end },
  });
  const occurrence = original === null ? null : new Date(original).toISOString();
  return { ...booking, occurrence, series: series && { ...series, line: whole.line } };
}

function problemsOf({ state, isAllDay }: CalendarEvent): readonly ImportProblem[] {
  return [
    ...(state === "CONFIRMED" ? [] : [{ field: null, code: "NOT_CONFIRMED" } as const]),
    ...(isAllDay ? [{ field: "START", code: "ALL_DAY" } as const] : []),
  ];
}

type Times = Pick<FileBooking, "start" | "end">;

function bookingOf(
  event: CalendarEvent,
  {
    own,
    whole = event,
    ...given
  }: Times & {
    readonly own: ReadonlySet<string>;
    readonly whole?: CalendarEvent;
    readonly problems: readonly ImportProblem[];
  },
): FileBooking {
  // A moved occurrence may leave out people, which are then those of its series.
  const withProperty = (name: string) =>
    event.component.hasProperty(name) ? event.component : whole.component;
  const organizer = withProperty("organizer").getFirstProperty("organizer");
  const [attendee, ...guests] = peopleOf(withProperty("attendee"), { own, organizer });
  return { ...emptyBooking, ...attendee, guests, line: event.line, uid: event.uid, ...given };
}

/** The times of an event as they stand in the file, for the report on those that cannot be read. */
function fileTimes(event: CalendarEvent): Times {
  const { component, zones, start, isAllDay } = event;
  const timeOf = (name: string) => {
    const property = component.getFirstProperty(name);
    if (!property) return null;
    const [time] = timesOf(property, zones);
    if (!time) return "unreadable";
    const { wall, zone, zoneName } = time;
    return zone ? { instant: zone.instantOf(wall) } : { wall, timeZone: zoneName };
  };
  // The report on whole days says nothing more about times.
  if (isAllDay) return { start: "ALL_DAY", end: null };
  const end = start && endOf(event, start);
  if (end !== null) return { start: timeOf("dtstart"), end: { instant: end } };
  const hasDuration = component.hasProperty("duration");
  return { start: timeOf("dtstart"), end: timeOf("dtend") ?? (hasDuration ? "unreadable" : null) };
}
