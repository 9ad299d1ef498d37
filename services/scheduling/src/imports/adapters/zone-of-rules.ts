import type { Zone } from "@tidbok/availability";
import { hour, minute, second, type Instant } from "@tidbok/domain";
import type ICAL from "ical.js";
import { textOf, textsOf } from "./property-text.ts";
import { readRule } from "./recurrence-rule.ts";
import { ruleStarts } from "./rule-starts.ts";
import type { StepBudget } from "./step-budget.ts";
import { wallOf } from "./wall-of.ts";

/** Offsets are milliseconds to add to an instant. */
type Onset = { readonly at: Instant; readonly from: number; readonly to: number };

/** The years for which the rules of zones are computed; bookings begin in 2000 at the earliest. */
export type ZoneYears = { readonly first: number; readonly last: number };

/** The zone of a VTIMEZONE (RFC 5545 3.6.5); null when none of its rules can be read. */
export function zoneOfRules(
  definition: ICAL.Component,
  options: { readonly years: ZoneYears; readonly budget: StepBudget },
): Zone | null {
  const onsets = ["standard", "daylight"]
    .flatMap((kind) => definition.getAllSubcomponents(kind))
    .flatMap((rules) => onsetsOf(rules, options))
    .sort((a, b) => a.at - b.at);
  const [first] = onsets;
  if (first === undefined) return null;
  // Before the first onset its TZOFFSETFROM holds.
  const periods = [{ at: -Infinity, from: first.from, to: first.from }, ...onsets];
  const untilOf = (i: number) => periods[i + 1]?.at ?? Infinity;
  return {
    offsetAt: (instant) => periods.findLast(({ at }) => at <= instant)?.to ?? first.from,
    instantOf: (wall) => {
      // In order, so that a wall time that occurs twice means the first one.
      for (const [i, { at, to }] of periods.entries()) {
        const instant = wall - to;
        if (instant >= at && instant < untilOf(i)) return instant;
      }
      // The clocks skip this wall time: the offset before the gap counts.
      const before = periods.find(
        ({ to }, i) => wall - to >= untilOf(i) && wall - (periods[i + 1]?.to ?? 0) < untilOf(i),
      );
      return wall - (before ?? first).to;
    },
  };
}

function onsetsOf(
  rules: ICAL.Component,
  { years, budget }: { readonly years: ZoneYears; readonly budget: StepBudget },
): readonly Onset[] {
  const [from, to] = ["tzoffsetfrom", "tzoffsetto"].map((name) => offsetOf(textOf(rules, name)));
  const start = wallOf(textOf(rules, "dtstart"));
  if (from == null || to == null || start === null) return [];
  const rule = readRule(textOf(rules, "rrule"));
  const walls = textsOf(rules, "x-rdate").flatMap((text) => {
    const read = wallOf(text.split("/")[0] ?? "");
    if (read === null) return [];
    return [read.isUtc ? read.wall + from : read.wall];
  });
  // Outlook's rules begin on 1 January 1601, which their own rule does not name: that day is no onset.
  const repeated = rule
    ? ruleStarts(rule, {
        start: start.wall,
        from: Date.UTC(years.first, 0),
        until: Date.UTC(years.last + 1, 0),
        instantOf: (wall) => wall - from,
        budget,
      })
    : [start.wall];
  return [...repeated, ...walls].map((wall) => ({ at: wall - from, from, to }));
}

function offsetOf(text: string): number | null {
  const found = /^([+-])?(\d\d):?(\d\d):?(\d\d)?$/.exec(text.trim());
  if (!found) return null;
  const sign = found[1] === "-" ? -1 : 1;
  return (
    sign * (Number(found[2]) * hour + Number(found[3]) * minute + Number(found[4] ?? 0) * second)
  );
}
