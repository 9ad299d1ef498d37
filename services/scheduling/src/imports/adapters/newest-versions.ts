import type { CalendarEvent } from "./calendar-event.ts";

/**
 * The events that count, in the order of the file: of several versions of a UID and RECURRENCE-ID the one with the
 * highest SEQUENCE, then DTSTAMP, then the last one (RFC 5546 2.1.5). An answer is no version; it is kept where the
 * file has no event that it answers.
 */
export function newestVersions(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const newest = new Map<string, CalendarEvent>();
  for (const [i, event] of events.entries()) {
    const key = keyOf(event, i);
    const other = newest.get(key);
    if (!other || compare(event, other) >= 0) newest.set(key, event);
  }
  const kept = new Set(newest.values());
  const uids = new Set([...kept].flatMap(({ uid, state }) => (state === "ANSWER" ? [] : [uid])));
  return events.filter(
    (event) => kept.has(event) && (event.state !== "ANSWER" || !uids.has(event.uid)),
  );
}

function keyOf({ uid, recurrenceId, state }: CalendarEvent, position: number): string {
  const { wall = 0, zone = null } = recurrenceId ?? {};
  const occurrence = recurrenceId && (zone?.instantOf(wall) ?? wall);
  return JSON.stringify([uid ?? position, occurrence, state === "ANSWER"]);
}

function compare(a: CalendarEvent, b: CalendarEvent): number {
  return a.sequence - b.sequence || a.stamp - b.stamp;
}
