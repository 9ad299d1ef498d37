import type { Interval } from "@tidbok/domain";
import type { MeetingRules, Mode } from "../request/meeting-rules.ts";
import {
  fieldsOf,
  isGiven,
  listOf,
  maybeNumber,
  mistake,
  numberOf,
  wordOf,
  type Field,
} from "./case-fields.ts";
import { readGroups } from "./read-groups.ts";
import { readHorizon } from "./read-horizon.ts";
import { limitNames, readLimits } from "./read-limits.ts";

/** A meeting type of a case, the instants between which starts must lie, where it has such, and its groups. */
export type ReadEvent = {
  readonly rules: MeetingRules;
  readonly instants: Interval | undefined;
  readonly groups: ReadonlyMap<string, string>;
};

const { perDay, perWeek, perMonth, minutesPerDay, minutesPerWeek, minutesPerMonth } = limitNames;

/** The names that need no explanation on an event: the limits' short ones (`day`) do. */
const ownLimits = {
  perDay: perDay.slice(2),
  perWeek: perWeek.slice(2),
  perMonth: perMonth.slice(2),
  minutesPerDay,
  minutesPerWeek,
  minutesPerMonth,
};

/** A meeting type of a case as the engine takes it. `hosts` decides the mode where the case names no mode. */
export function readEvent(field: Field, hosts: number): ReadEvent {
  const event = fieldsOf(field, {
    id: ["name", "title", "slug"],
    duration: ["durationMinutes", "length"],
    durations: ["durationsMinutes", "lengths"],
    step: ["stepMinutes", "interval", "slotInterval", "increment"],
    bufferBefore: ["beforeBuffer", "bufferBeforeMinutes"],
    bufferAfter: ["afterBuffer", "bufferAfterMinutes"],
    notice: ["minNotice", "minimumNotice", "noticeMinutes", "noticeMin"],
    maxNotice: ["maximumNotice", "noticeMax", "maxNoticeMinutes", "maximumNoticeMinutes"],
    horizon: ["window", "period", "range"],
    limits: ["bookingLimits", "limit"],
    durationLimits: [],
    mode: ["type", "scheduling", "schedulingType", "assignment"],
    groups: ["hostGroups"],
    ...ownLimits,
  });
  const own = Object.keys(ownLimits) as (keyof typeof ownLimits)[];
  const given = own.filter((name) => isGiven(event[name]));
  if (given.length > 0 && isGiven(event.limits)) throw mistake(event.limits, "are said twice");
  const limits =
    given.length === 0
      ? event.limits
      : { ...field, value: Object.fromEntries(given.map((name) => [name, event[name].value])) };
  const { horizon, instants } = readHorizon(event.horizon);
  const rules: MeetingRules = {
    mode: readMode(event.mode, hosts),
    ...readDurations(event.duration, event.durations),
    stepMinutes: maybeNumber(event.step),
    bufferBeforeMinutes: maybeNumber(event.bufferBefore),
    bufferAfterMinutes: maybeNumber(event.bufferAfter),
    noticeMinutes: maybeNumber(event.notice),
    maximumNoticeMinutes: maybeNumber(event.maxNotice),
    horizon,
    limits: readLimits(limits, event.durationLimits),
  };
  return { rules, instants, groups: readGroups(event.groups) };
}

/** One duration, a list of them, or both: then the one is what is meant unasked. */
function readDurations(
  one: Field,
  several: Field,
): Pick<MeetingRules, "durationMinutes" | "durationsMinutes"> {
  const all = listOf(Array.isArray(one.value) ? one : several, numberOf);
  const isOne = isGiven(one) && !Array.isArray(one.value);
  if (!isOne && all[0] === undefined) throw mistake(one, "must be a number");
  const durationMinutes = isOne ? numberOf(one) : (all[0] as number);
  if (all.length === 0) return { durationMinutes };
  return { durationMinutes, durationsMinutes: [...new Set([...all, durationMinutes])] };
}

const modes: Readonly<Record<string, Mode>> = {
  single: "ONE_HOST",
  one: "ONE_HOST",
  onehost: "ONE_HOST",
  individual: "ONE_HOST",
  collective: "COLLECTIVE",
  roundrobin: "ROUND_ROBIN",
  groups: "ROUND_ROBIN",
  group: "ROUND_ROBIN",
};

function readMode(field: Field, hosts: number): Mode {
  if (!isGiven(field) && hosts <= 1) return "ONE_HOST";
  const mode = isGiven(field) ? modes[wordOf(field)] : undefined;
  if (mode === undefined) throw mistake(field, "must be collective or roundRobin");
  return mode;
}
