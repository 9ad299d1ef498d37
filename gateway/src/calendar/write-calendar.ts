import ical, { ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { isOff, summaryOf, type CalendarEntry } from "./calendar-entry.ts";
import type { Calendar } from "./create-calendar-reader.ts";
import type { Feed } from "./create-feed-lookup.ts";

/**
 * A feed as iCalendar (RFC 5545), the same text as long as nothing changes. Times are in UTC, which
 * every calendar shows in its own zone; an event's UID and SEQUENCE are those of the mails, so that a
 * calendar that has both has the meeting once.
 */
export function writeCalendar({ name, entries, locale }: Calendar, feed: Feed): string {
  const calendar = ical({
    prodId: "//Tidbok//Scheduling//EN",
    scale: "GREGORIAN",
    name,
    ttl: 60 * 60,
  });
  const busy = locale === "sv" ? "Upptagen" : "Busy";
  const inOrder = [...entries].sort(
    (a, b) => a.startAt.localeCompare(b.startAt) || a.id.localeCompare(b.id),
  );
  for (const entry of inOrder) {
    calendar.createEvent({
      id: entry.id,
      sequence: entry.sequence,
      // For an event that is not sent as an invitation, DTSTAMP is when it was changed last (RFC 5545, 3.8.7.2).
      stamp: new Date(entry.changedAt),
      lastModified: new Date(entry.changedAt),
      created: new Date(entry.createdAt),
      start: new Date(entry.startAt),
      end: new Date(entry.endAt),
      summary: summaryOf(entry, { details: feed.details, busy }),
      location: entry.location?.text ?? null,
      status: statusOf(entry),
      transparency: isOff(entry) ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    });
  }
  // Each line ends with CRLF, the last one too (RFC 5545, 3.1); the library leaves it to us.
  return `${calendar.toString()}\r\n`;
}

function statusOf(entry: CalendarEntry): ICalEventStatus {
  if (isOff(entry)) return ICalEventStatus.CANCELLED;
  return entry.state === "PENDING" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}
