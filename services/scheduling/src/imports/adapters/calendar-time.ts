import type { Zone } from "@tidbok/availability";
import type ICAL from "ical.js";
import { valuesOf } from "./property-text.ts";
import { wallOf } from "./wall-of.ts";
import type { FileZones } from "./zones-of.ts";

/** A time of a property: a wall time (milliseconds since 1970 on that wall) in a zone; a date is its 00:00. */
export type CalendarTime = {
  readonly wall: number;
  readonly isDate: boolean;
  /** Null: nothing defines the zone that the file names, or nothing names a zone for a floating time. */
  readonly zone: Zone | null;
  /** The name of the zone in the file; null for floating times and times of UTC. */
  readonly zoneName: string | null;
};

const utc: Zone = { offsetAt: () => 0, instantOf: (wall) => wall };

/** The times of a property and, for a period, the text of its end. Texts without a time are left out. */
export function timesOf(
  property: ICAL.Property,
  zones: FileZones,
): readonly (CalendarTime & { readonly end: string | null })[] {
  const zoneName = property.getFirstParameter("tzid") || null;
  return valuesOf(property).flatMap((text) => {
    const [start = "", end = null] = text.split("/");
    const read = wallOf(start);
    if (read === null) return [];
    const { wall, isDate, isUtc } = read;
    if (isUtc) return [{ wall, isDate, zone: utc, zoneName: null, end }];
    return [{ wall, isDate, zone: zones.zoneOf(zoneName), zoneName, end }];
  });
}
