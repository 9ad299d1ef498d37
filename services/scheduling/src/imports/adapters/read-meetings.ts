import type { Instant } from "@tidbok/domain";
import { mostBookings } from "../domain/booking-file.ts";
import { unreadableFile } from "../domain/unreadable-file.ts";
import { calendarEvent, endOf, type CalendarEvent } from "./calendar-event.ts";
import { newestVersions } from "./newest-versions.ts";
import { occurrencesOf, type Occurrence } from "./occurrences-of.ts";
import { notACalendar, parseCalendar, type ParsedCalendars } from "./parse-calendar.ts";
import { textOf } from "./property-text.ts";
import { newBudget, type StepBudget } from "./step-budget.ts";
import { zoneName } from "./zone-name.ts";
import { zonesOf } from "./zones-of.ts";

/** A meeting or a series of a calendar. */
export type CalendarMeeting = {
  readonly event: CalendarEvent;
  readonly isSeries: boolean;
  /** By start. Null: the rule cannot be read. Empty: all are left out, or the start of the event cannot be read. */
  readonly occurrences: readonly Occurrence[] | null;
};

/** How to read a calendar: the zone of its floating times, null for the file's own X-WR-TIMEZONE, and the present. */
export type CalendarOptions = { readonly timeZone: string | null; readonly now: Instant };

/**
 * The meetings of an iCalendar file in its order: of each the newest version, with its occurrences. `timeZone` is the
 * IANA name of the X-WR-TIMEZONE. Throws InvalidInput for a file that is not a calendar.
 */
export function readMeetings(
  content: string,
  { timeZone, now }: CalendarOptions,
): { readonly meetings: readonly CalendarMeeting[]; readonly timeZone: string | null } {
  const parsed = parseCalendar(content);
  const budget = newBudget();
  const events = newestVersions(eventsOf(parsed, { timeZone, now, budget }));
  const moved = Map.groupBy(
    events.filter(({ recurrenceId, uid }) => recurrenceId !== null && uid !== null),
    ({ uid }) => uid,
  );
  const masters = new Set(events.flatMap((each) => (each.recurrenceId ? [] : [each.uid])));
  const meetings = events.flatMap((event) => {
    if (event.recurrenceId !== null && masters.has(event.uid)) return [];
    const own = event.recurrenceId === null ? (moved.get(event.uid) ?? []) : [];
    return [meetingOf(event, { moved: own, now, budget })];
  });
  const [named] = parsed.calendars.flatMap((each) => textOf(each, "x-wr-timezone") || []);
  return { meetings, timeZone: named === undefined ? null : zoneName(named) };
}

function eventsOf(
  { calendars, eventLines }: ParsedCalendars,
  { timeZone, now, budget }: CalendarOptions & { readonly budget: StepBudget },
): readonly CalendarEvent[] {
  if (eventLines.length > mostBookings) {
    throw unreadableFile("TOO_MANY", `exceeds the limit of ${mostBookings} bookings per file`);
  }
  // Bookings begin in 2000 at the earliest, and five years ahead at the latest.
  const years = { first: 1999, last: new Date(now).getUTCFullYear() + 7 };
  const components = calendars.flatMap((calendar) => {
    const zones = zonesOf(calendar, { floating: timeZone, years, budget });
    const method = textOf(calendar, "method").toUpperCase();
    return calendar
      .getAllSubcomponents("vevent")
      .map((component) => ({ component, zones, method }));
  });
  // The library skips the rest of a component that ends too early; the import would lose those events silently.
  if (components.length !== eventLines.length) throw notACalendar();
  return components.map(({ component, ...file }, i) =>
    calendarEvent(component, { ...file, line: eventLines[i] ?? 1 }),
  );
}

function meetingOf(
  event: CalendarEvent,
  {
    moved,
    now,
    budget,
  }: {
    readonly moved: readonly CalendarEvent[];
    readonly now: Instant;
    readonly budget: StepBudget;
  },
): CalendarMeeting {
  const { component, start, recurrenceId } = event;
  const recurs = ["rrule", "x-rdate"].some((name) => component.hasProperty(name));
  if (recurs || moved.length > 0) {
    const occurrences = start?.zone ? occurrencesOf({ master: event, moved }, { now, budget }) : [];
    return { event, isSeries: true, occurrences };
  }
  if (!start?.zone) return { event, isSeries: false, occurrences: [] };
  const { wall, zone } = start;
  const original = recurrenceId?.zone?.instantOf(recurrenceId.wall) ?? null;
  const occurrence = {
    event,
    start: zone.instantOf(wall),
    end: endOf(event, { wall, zone }),
    original,
  };
  return { event, isSeries: false, occurrences: [occurrence] };
}
