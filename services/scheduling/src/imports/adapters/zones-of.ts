import ICAL from "ical.js";

/** The zones that a calendar brings along under names of its own (VTIMEZONE). */
export type FileZones = {
  /** The instant of a wall time in the zone of that name; null where the calendar has none. */
  instantOf(name: string, time: ICAL.Time): { readonly instant: number } | null;
};

const mostZones = 20;
const mostRules = 40;
// No booking is brought along from before 2000.
const firstYear = 1995;

/**
 * Reads the zones of a calendar, such as Outlook's "W. Europe Standard Time". The library works rules
 * out year by year: what began in 1601 begins in 1995 here, and a zone whose clocks are said to change
 * by anything but a rule for every year is none.
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

/** Whether the part's rule, where it has one, is for every year; it begins in 1995 from then on. */
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
