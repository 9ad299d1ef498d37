import type { Instant } from "@tidbok/domain";
import { offsetFormat, readOffsets, tableLength, type OffsetTable } from "./zone-offsets.ts";
import { day } from "./time-units.ts";

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
