import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from "ical-generator";
import type { Instant } from "@tidbok/domain";
import { calendarText } from "./calendar-text.ts";
import { mailtoUri } from "./mailto-uri.ts";

/** A participant of an event; null where the name is not told. */
type Participant = { readonly name: string | null; readonly address: string };

/** A meeting as a calendar shows it. */
export type CalendarEvent = {
  /** The same through the life of a booking; calendars know the meeting again by it. */
  readonly uid: string;
  /** Calendars ignore a change whose number is not higher than the one they hold. */
  readonly sequence: number;
  /** When the text was written, or when the event was changed last where it is no invitation (RFC 5545, 3.8.7.2). */
  readonly stampAt: Instant;
  /** Null where they are not told. */
  readonly createdAt: Instant | null;
  readonly changedAt: Instant | null;
  readonly start: Instant;
  readonly end: Instant;
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  /** A page about the event. */
  readonly url: string | null;
  readonly status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  /** Whether the time is shown as busy; null leaves it to the calendar. */
  readonly isBusy: boolean | null;
  readonly organizer: Participant | null;
  readonly attendee: Participant | null;
};

/** A file or a feed. */
export type CalendarFile = {
  /** What a mail asks a calendar to do (RFC 5546); null for a feed. */
  readonly method: "REQUEST" | "CANCEL" | "PUBLISH" | null;
  readonly name: string | null;
  /** How often calendars look again; null for a file. */
  readonly refreshSeconds: number | null;
  readonly events: readonly CalendarEvent[];
};

/**
 * The calendar as iCalendar (RFC 5545), with times in UTC, which every calendar shows in its own zone. Texts are read
 * back as they were given, without control characters. The same input gives the same text.
 */
export function writeCalendar({ method, name, refreshSeconds, events }: CalendarFile): string {
  const calendar = ical({
    prodId: "//Tidbok//Scheduling//EN",
    scale: "GREGORIAN",
    method: method && ICalCalendarMethod[method],
    // The library escapes all texts but this one.
    name: name === null ? null : escapeText(calendarText(name)),
    ttl: refreshSeconds,
  });
  for (const event of events) calendar.createEvent(eventOf(event));
  // Each line ends with CRLF, the last one too (RFC 5545, 3.1); the library leaves it to us.
  return `${calendar.toString()}\r\n`;
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll("\n", "\\n");
}

function eventOf(event: CalendarEvent): ICalEventData {
  const { organizer, attendee, isBusy, createdAt, changedAt } = event;
  const date = (at: Instant | null) => (at === null ? null : new Date(at));
  const text = (value: string | null) => (value === null ? null : calendarText(value));
  return {
    id: event.uid,
    sequence: event.sequence,
    stamp: new Date(event.stampAt),
    created: date(createdAt),
    lastModified: date(changedAt),
    start: new Date(event.start),
    end: new Date(event.end),
    summary: calendarText(event.summary),
    description: text(event.description),
    location: text(event.location),
    url: event.url === null ? null : urlOf(event.url),
    status: ICalEventStatus[event.status],
    transparency: isBusy === null ? null : ICalEventTransparency[isBusy ? "OPAQUE" : "TRANSPARENT"],
    organizer: organizer && {
      name: calendarText(organizer.name ?? organizer.address),
      email: mailtoUri(organizer.address),
    },
    attendees: attendee ? [attendeeOf(attendee)] : [],
  };
}

// A parsed URL has no line breaks. The library would write backslashes before these marks, which no URL has.
function urlOf(text: string): string {
  return new URL(text).href.replaceAll(/[\\;,]/g, encodeURIComponent);
}

function attendeeOf({ name, address }: Participant) {
  return {
    ...(name === null ? {} : { name: calendarText(name) }),
    email: mailtoUri(address),
    role: ICalAttendeeRole.REQ,
    // The attendee has accepted by booking, and the host by being free.
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  };
}
