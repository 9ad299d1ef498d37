import type { Instant } from "@tidbok/domain";
import { day, minute } from "./time-units.ts";

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
