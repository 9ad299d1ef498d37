import { zoneNamed, type Zone } from "@tidbok/availability";
import { knownTime } from "@tidbok/domain";
import type ICAL from "ical.js";
import { textOf } from "./property-text.ts";
import type { StepBudget } from "./step-budget.ts";
import { zoneOfRules, type ZoneYears } from "./zone-of-rules.ts";
import { zoneName } from "./zone-name.ts";

/** The zones of the times of a calendar. */
export type FileZones = {
  /** The zone of a TZID; null: of floating times. Null where nothing defines the zone. */
  zoneOf(tzid: string | null): Zone | null;
};

// These name no place, and some programs mean a zone with summer time by them.
const withoutPlace = /^(EST|MST|HST)$/i;

/**
 * Reads the zones of a calendar. An IANA or Windows name wins over the rules that the file has for it, because the
 * rules in files are often of the past; for all other names the file's VTIMEZONE counts. `floating` is the zone of
 * times without a zone: X-WR-TIMEZONE where it is null.
 */
export function zonesOf(
  calendar: ICAL.Component,
  options: {
    readonly floating: string | null;
    readonly years: ZoneYears;
    readonly budget: StepBudget;
  },
): FileZones {
  const known = new Map<string, Zone | null>();
  const definitions = calendar.getAllSubcomponents("vtimezone");
  const ownZone = (tzid: string) => {
    const definition = definitions.find((each) => textOf(each, "tzid") === tzid);
    return definition ? zoneOfRules(definition, options) : null;
  };
  const open = (tzid: string): Zone | null => {
    const name = zoneName(tzid);
    const named = () => (name === null ? null : withinKnownTime(zoneNamed(name)));
    return withoutPlace.test(tzid) ? (ownZone(tzid) ?? named()) : (named() ?? ownZone(tzid));
  };
  const floating = options.floating ?? (textOf(calendar, "x-wr-timezone") || null);
  return {
    zoneOf: (given) => {
      const tzid = (given ?? floating)?.trim() ?? null;
      if (tzid === null) return null;
      const zone = known.get(tzid);
      if (zone !== undefined) return zone;
      const opened = open(tzid);
      known.set(tzid, opened);
      return opened;
    },
  };
}

/**
 * The zone for the years that bookings may have, and UTC for all others: the runtime's zones keep a table of each
 * year that they are asked about, and know no year beyond 275,760.
 */
function withinKnownTime(zone: Zone): Zone {
  const isKnown = (time: number) => time > knownTime.start && time < knownTime.end;
  return {
    offsetAt: (instant) => (isKnown(instant) ? zone.offsetAt(instant) : 0),
    instantOf: (wall) => (isKnown(wall) ? zone.instantOf(wall) : wall),
  };
}
