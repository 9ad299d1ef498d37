import { hour, isTimeZone, second, type Instant } from "@tidbok/domain";

/** Where and how the reader reads times. */
export type Reader = { readonly formats: string; readonly timeZone: string | null };

/** A meeting's time. */
type Range = { readonly start: Instant; readonly end: Instant };

// The same for all readers without a known zone; it is named beside the time.
const fallback = "UTC";

/**
 * A time from start to end on the reader's wall, with the zone: two different times never read alike. The end has its
 * date where that is another one. Where a clock is set back or forward, start and end have their offsets from UTC.
 */
export function writeRange(reader: Reader, range: Range): string {
  const zone = zoneOf(reader);
  return `${writeWalls(range, { zone, formats: reader.formats, month: "long" })} (${zone})`;
}

/** The same for a subject: the name of the month is short, and the zone stands in words. */
export function writeSubjectRange(reader: Reader, range: Range): string {
  const zone = zoneOf(reader);
  const words = zoneInWords(zone, { formats: reader.formats, at: range.start });
  return `${writeWalls(range, { zone, formats: reader.formats, month: "short" })} (${words})`;
}

/** A moment on the reader's wall, with the zone, such as the end of a time limit. */
export function writeMoment(reader: Reader, at: Instant): string {
  const zone = zoneOf(reader);
  const { formats } = reader;
  const offset = isRepeated(zone, at) ? ` ${writeOffset(offsetAt(zone, at))}` : "";
  const wall = at + offsetAt(zone, at);
  return `${dateOn(wall, { formats, month: "long" })}, ${timeOn(wall)}${offset} (${zone})`;
}

type Style = {
  readonly zone: string;
  readonly formats: string;
  readonly month: "long" | "short";
};

function writeWalls({ start, end }: Range, { zone, ...style }: Style): string {
  const offsets = { start: offsetAt(zone, start), end: offsetAt(zone, end) };
  const walls = { start: start + offsets.start, end: end + offsets.end };
  const dates = { start: dateOn(walls.start, style), end: dateOn(walls.end, style) };
  const isTold = offsets.start !== offsets.end || isRepeated(zone, start) || isRepeated(zone, end);
  const withOffset = (wall: number, offset: number) =>
    isTold ? `${timeOn(wall)} ${writeOffset(offset)}` : timeOn(wall);
  const from = `${dates.start}, ${withOffset(walls.start, offsets.start)}`;
  const until = withOffset(walls.end, offsets.end);
  if (dates.start !== dates.end) return `${from} – ${dates.end}, ${until}`;
  return isTold ? `${from} – ${until}` : `${from}–${until}`;
}

const wallFormats = new Map<string, Intl.DateTimeFormat>();

/** Such as "Monday 1 February 2027". */
function dateOn(wall: number, { formats, month }: Pick<Style, "formats" | "month">): string {
  const weekday = wallFormat(formats, { weekday: "long" }).format(wall);
  const date = wallFormat(formats, { day: "numeric", month, year: "numeric" }).format(wall);
  return `${weekday} ${date}`;
}

function wallFormat(formats: string, fields: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${formats} ${Object.values(fields).join(" ")}`;
  const format =
    wallFormats.get(key) ?? new Intl.DateTimeFormat(formats, { ...fields, timeZone: "UTC" });
  wallFormats.set(key, format);
  return format;
}

// Offsets of the tz database have seconds until 1972.
function timeOn(wall: number): string {
  const text = new Date(wall).toISOString().slice(11, 19);
  return text.endsWith(":00") ? text.slice(0, 5) : text;
}

// How far from a time its clock may be set back, so that the time comes twice: Kwajalein had a day twice.
const reaches = [-26, -3, 3, 26].map((hours) => hours * hour);

/** Whether another instant has the same wall time in the zone. */
function isRepeated(zone: string, at: Instant): boolean {
  const offset = offsetAt(zone, at);
  return reaches.some((reach) => {
    const other = offsetAt(zone, at + reach);
    return other !== offset && offsetAt(zone, at + offset - other) === other;
  });
}

function writeOffset(offset: number): string {
  const [hours, minutes, seconds] = new Date(Math.abs(offset))
    .toISOString()
    .slice(11, 19)
    .split(":");
  const exact = seconds === "00" ? `:${minutes}` : `:${minutes}:${seconds}`;
  return `UTC${offset < 0 ? "-" : "+"}${Number(hours)}${exact === ":00" ? "" : exact}`;
}

const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds to add to the instant to get the wall time. */
function offsetAt(zone: string, at: Instant): number {
  // A name can be spelled in thousands of ways, which must not fill the memory.
  const key = zone.toLowerCase();
  const format =
    offsetFormats.get(key) ??
    new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  offsetFormats.set(key, format);
  const [, sign, hours = 0, minutes = 0, seconds = 0] =
    /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(format.format(at)) ?? [];
  const size = Number(hours) * hour + (Number(minutes) * 60 + Number(seconds)) * second;
  return sign === "-" ? -size : size;
}

/** Such as "Central European Time"; the IANA name where the language has no words for the zone. */
function zoneInWords(zone: string, { formats, at }: { formats: string; at: Instant }): string {
  for (const timeZoneName of ["longGeneric", "long"] as const) {
    const parts = new Intl.DateTimeFormat(formats, { timeZone: zone, timeZoneName }).formatToParts(
      at,
    );
    const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
    if (name !== "" && !name.startsWith("GMT")) return name;
  }
  return zone;
}

function zoneOf({ timeZone }: Reader): string {
  return timeZone !== null && isTimeZone(timeZone) ? timeZone : fallback;
}
