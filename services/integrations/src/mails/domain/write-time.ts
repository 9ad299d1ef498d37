import { isTimeZone, type Instant } from "@tidbok/domain";

/** Where and how the reader reads times. */
export type Reader = { readonly formats: string; readonly timeZone: string | null };

// The same for everybody where the reader's zone is not known; it is named beside the time.
const fallback = "UTC";

/** A time from start to end on the reader's wall, with the name of the zone, so that the reader need not guess. */
export function writeRange(
  reader: Reader,
  { start, end }: { start: Instant; end: Instant },
): string {
  const zone = zoneOf(reader);
  return `${formatter(reader, zone).formatRange(start, end)} (${zone})`;
}

/** A moment on the reader's wall, with the name of the zone. */
export function writeMoment(reader: Reader, at: Instant): string {
  const zone = zoneOf(reader);
  return `${formatter(reader, zone).format(at)} (${zone})`;
}

/** The same, short enough for a subject: no zone, no weekday. */
export function writeShort(reader: Reader, at: Instant): string {
  return new Intl.DateTimeFormat(reader.formats, {
    timeZone: zoneOf(reader),
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
}

function formatter({ formats }: Reader, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(formats, {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

function zoneOf({ timeZone }: Reader): string {
  return timeZone !== null && isTimeZone(timeZone) ? timeZone : fallback;
}
