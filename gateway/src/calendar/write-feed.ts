import { writeCalendar, type CalendarEvent } from "@tidbok/calendar";
import { isOff, summaryOf, type CalendarEntry } from "./calendar-entry.ts";
import type { Calendar } from "./create-calendar-reader.ts";
import type { Feed } from "./create-feed-lookup.ts";

const refreshSeconds = 60 * 60;

/**
 * A feed as iCalendar, the same text as long as nothing changes. An event's UID and SEQUENCE are those of the mails, so
 * that a calendar that has both has the meeting once.
 */
export function writeFeed({ name, entries, locale }: Calendar, feed: Feed): string {
  const busy = locale === "sv" ? "Upptagen" : "Busy";
  const inOrder = [...entries].sort(
    (a, b) => a.startAt.localeCompare(b.startAt) || a.id.localeCompare(b.id),
  );
  const events = inOrder.map((entry): CalendarEvent => ({
    uid: entry.id,
    sequence: entry.sequence,
    // For an event that is not sent as an invitation, DTSTAMP is when it was changed last (RFC 5545, 3.8.7.2).
    stampAt: Date.parse(entry.changedAt),
    createdAt: Date.parse(entry.createdAt),
    changedAt: Date.parse(entry.changedAt),
    start: Date.parse(entry.startAt),
    end: Date.parse(entry.endAt),
    summary: summaryOf(entry, { details: feed.details, busy }),
    description: null,
    location: entry.location?.text ?? null,
    url: null,
    status: statusOf(entry),
    isBusy: !isOff(entry),
    organizer: null,
    attendee: null,
  }));
  return writeCalendar({ method: null, name, refreshSeconds, events });
}

function statusOf(entry: CalendarEntry): CalendarEvent["status"] {
  if (isOff(entry)) return "CANCELLED";
  return entry.state === "PENDING" ? "TENTATIVE" : "CONFIRMED";
}
