import ICAL from "ical.js";

/** The zones that a calendar defines itself (VTIMEZONE), by its names for them. */
export type FileZones = {
  /** The instant of a wall time in the zone of that name; null when the calendar does not define the zone. */
  instantOf(name: string, time: ICAL.Time): { readonly instant: number } | null;
};

const mostZones = 20;
const mostRules = 40;
// The import refuses bookings from before 2000.
const firstYear = 1995;

/**
 * Reads the zones of a calendar, such as Outlook's "W. Europe Standard Time". The library computes a rule year by year,
 * so a rule that begins in 1601 begins in 1995 here; a zone with rules that are not yearly is ignored.
 */
export function zonesOf(calendar: ICAL.Component): FileZones {
  const zones = new Map<string, ICAL.Timezone>();
  for (const component of calendar.getAllSubcomponents("vtimezone").slice(0, mostZones)) {
    const name = component.getFirstPropertyValue("tzid");
    const parts = ["standard", "daylight"].flatMap((kind) => component.getAllSubcomponents(kind));
    const isRead = parts.length > 0 && parts.length <= mostRules && parts.every(beginLate);
    if (typeof name === "string" && isRead) zones.set(name, new ICAL.Timezone(component));
  }
  return {
    instantOf: (name, time) => {
      const zone = zones.get(name);
      if (!zone) return null;
      const { year, month, day, hour, minute, second } = time;
      const local = new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, zone);
      return { instant: local.toUnixTime() * 1000 };
    },
  };
}

/** Whether the part has no rule or a yearly one. A yearly rule that began earlier is changed to begin in 1995. */
function beginLate(part: ICAL.Component): boolean {
  const rules = part.getAllProperties("rrule").map((property) => property.getFirstValue());
  const start = part.getFirstPropertyValue("dtstart");
  if (!(start instanceof ICAL.Time) || part.hasProperty("rdate")) return false;
  if (rules.length === 0) return true;
  const [rule] = rules;
  const isYearly = rule instanceof ICAL.Recur && rule.freq === "YEARLY" && rule.interval === 1;
  if (!isYearly || rules.length > 1) return false;
  const isOver = rule.until !== null || rule.count !== null;
  if (isOver) return start.year >= 1900;
  if (start.year >= firstYear) return true;
  const later = start.clone();
  later.year = firstYear;
  part.updatePropertyWithValue("dtstart", later);
  return true;
}
