import { type Instant, day, minute } from "@tidbok/domain";

/** One IANA zone. A wall time is written as milliseconds since 1970-01-01T00:00 on that wall. */
export type Zone = {
  /** Milliseconds to add to the instant to get the wall time. */
  readonly offsetAt: (instant: Instant) => number;
  /**
   * The instant of a wall time by RFC 5545 (Temporal's `compatible`): a time that occurs twice is
   * the first; one that a gap skips is read with the offset before the gap, and so falls after it.
   */
  readonly instantOf: (wall: number) => Instant;
};

// Zones are a closed set of some hundred names, and a table is never wrong later in the process:
// keeping both is a memo, not state.
const zones = new Map<string, Zone>();

/** The zone of that name, whatever its case. Throws RangeError where the runtime does not know the name. */
export function zoneNamed(name: string): Zone {
  const key = name.toLowerCase();
  const known = zones.get(key);
  if (known !== undefined) return known;
  const zone = openZone(name);
  zones.set(key, zone);
  return zone;
}

function openZone(name: string): Zone {
  const format = offsetFormat(name);
  const tables = new Map<number, OffsetTable>();
  // Holds no instant, so that the first question reads the first table.
  let table: OffsetTable = { from: 0, until: 0, since: [], offsets: [] };

  function tableOf(instant: Instant): OffsetTable {
    const index = Math.floor(instant / tableLength);
    const known = tables.get(index);
    if (known !== undefined) return known;
    const read = readOffsets(format, instant);
    tables.set(index, read);
    return read;
  }

  function offsetAt(instant: Instant): number {
    if (instant < table.from || instant >= table.until) table = tableOf(instant);
    const { since, offsets } = table;
    let last = since.length - 1;
    while (last > 0 && instant < (since[last] ?? 0)) last -= 1;
    return offsets[last] ?? 0;
  }

  function instantOf(wall: number): Instant {
    // No offset exceeds a day, so the two bracket every change that could touch this wall time.
    const before = offsetAt(wall - day);
    const after = offsetAt(wall + day);
    if (before === after || offsetAt(wall - before) === before) return wall - before;
    return offsetAt(wall - after) === after ? wall - after : wall - before;
  }

  return { offsetAt, instantOf };
}

/** A zone's offsets between two instants: `offsets[i]` holds from `since[i]` until `since[i + 1]`. */
export type OffsetTable = {
  readonly from: Instant;
  readonly until: Instant;
  readonly since: readonly Instant[];
  /** Milliseconds to add to an instant to get the wall time. */
  readonly offsets: readonly number[];
};

/** The length of a table: about a year, and a power of two so that no calendar is needed. */
export const tableLength = 2 ** 35;

/**
 * The table that holds the instant, read from the runtime's zone data. It takes about a
 * millisecond: keep it. Two changes of a zone within one day that undo each other would be missed;
 * the tz database has had no such offset since 1900.
 */
export function readOffsets(format: Intl.DateTimeFormat, instant: Instant): OffsetTable {
  const from = Math.floor(instant / tableLength) * tableLength;
  const until = from + tableLength;
  const since = [from];
  const offsets = [readOffset(format, from)];
  let offset = offsets[0] ?? 0;
  for (let before = from; before < until; before += day) {
    const after = Math.min(before + day, until - 1000);
    const next = readOffset(format, after);
    if (next === offset) continue;
    since.push(findChange(format, { before, after }));
    offsets.push(next);
    offset = next;
  }
  return { from, until, since, offsets };
}

/** The format that readOffsets wants. Throws RangeError for an unknown zone. */
export function offsetFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
}

const digits = /\d+/g;

function readOffset(format: Intl.DateTimeFormat, instant: Instant): number {
  const [month = 1, dayOfMonth = 1, year = 0, hour = 0, minutes = 0, seconds = 0] = (
    format.format(instant).match(digits) ?? []
  ).map(Number);
  const wall = Date.UTC(year, month - 1, dayOfMonth, hour, minutes, seconds);
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The first instant with the later offset. Zones change on whole seconds, nearly all on whole minutes. */
function findChange(
  format: Intl.DateTimeFormat,
  { before, after }: { readonly before: Instant; readonly after: Instant },
): Instant {
  const old = readOffset(format, before);
  let [low, high] = [Math.floor(before / minute) * minute, Math.ceil(after / minute) * minute];
  for (const unit of [minute, 1000]) {
    while (high - low > unit) {
      const middle = low + Math.floor((high - low) / 2 / unit) * unit;
      if (readOffset(format, middle) === old) low = middle;
      else high = middle;
    }
  }
  return high;
}
