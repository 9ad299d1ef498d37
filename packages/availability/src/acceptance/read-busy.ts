import type { BusyInterval } from "../request/host-rules.ts";
import { dayNumber } from "../time/wall-time.ts";
import { day } from "@tidbok/domain";
import { zoneNamed } from "../time/zone.ts";
import { fieldsOf, instantOf, isDate, isGiven, maybeNumber, type Field } from "./case-fields.ts";

/** How a list of busy times is to be read: the zone of its dates, and what its entries are. */
export type BusyKind = {
  readonly timeZone: string;
  readonly countsFor?: BusyInterval["countsFor"];
};

/** Other names of what a busy time says. */
export const busyNames = {
  start: ["from", "date"],
  end: ["to"],
  bufferBefore: ["beforeBuffer", "bufferBeforeMinutes"],
  bufferAfter: ["afterBuffer", "bufferAfterMinutes"],
  booking: ["isBooking", "counts", "sameEvent", "sameType", "ofType", "event", "meetingType"],
  source: ["kind", "type"],
  free: ["transparent"],
  status: [],
  title: ["name", "id", "eventId", "allDay"],
} as const;

/** A busy time as an object or a pair; empty where the entry is marked free or cancelled. */
export function readBusy(field: Field, kind: BusyKind): readonly BusyInterval[] {
  if (Array.isArray(field.value)) {
    const [start, end] = field.value as unknown[];
    return readBusy({ ...field, value: { start, end } }, kind);
  }
  const busy = fieldsOf(field, busyNames);
  if (busy.free.value === true) return [];
  if (busy.status.value === "free" || busy.status.value === "cancelled") return [];
  return [
    {
      ...readTime(busy, kind.timeZone),
      bufferBeforeMinutes: maybeNumber(busy.bufferBefore),
      bufferAfterMinutes: maybeNumber(busy.bufferAfter),
      countsFor: countsFor(busy, kind),
    },
  ];
}

/** Instants; or dates of the host's calendar, of which the end is not part, as in iCalendar. */
function readTime(time: { readonly start: Field; readonly end: Field }, timeZone: string) {
  if (!isDate(time.start)) return { start: instantOf(time.start), end: instantOf(time.end) };
  const midnight = (number: number) => zoneNamed(timeZone).instantOf(number * day);
  const first = dayNumber(String(time.start.value));
  const end = isGiven(time.end) ? dayNumber(String(time.end.value)) : first;
  return { start: midnight(first), end: midnight(Math.max(end, first + 1)) };
}

function countsFor(
  { booking, source }: { readonly booking: Field; readonly source: Field },
  kind: BusyKind,
): BusyInterval["countsFor"] {
  if (booking.value === true || booking.value === "this" || source.value === "booking") {
    return "MEETING_TYPE";
  }
  const isOther = booking.value === false || booking.value === "other";
  return isOther && kind.countsFor !== undefined ? "HOST" : kind.countsFor;
}
