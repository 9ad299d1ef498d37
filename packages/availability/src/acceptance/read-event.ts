import type { Horizon, MeetingRules, Mode } from "../meeting-rules.ts";
import {
  CaseMistake,
  fieldsOf,
  instantOf,
  isInstantText,
  listOf,
  maybeNumber,
  numberOf,
  textOf,
} from "./case-fields.ts";
import { readLimits } from "./read-limits.ts";

/** A meeting type of a case, and the instants that bound it, where its horizon is given in instants. */
export type ReadEvent = {
  readonly rules: MeetingRules;
  readonly from: number;
  readonly until: number;
};

/** A meeting type of a case as the engine takes it. `hosts` decides the mode where none is said. */
export function readEvent(value: unknown, path: string, hosts: number): ReadEvent {
  const event = fieldsOf(value, path, {
    id: ["name", "title", "slug"],
    duration: ["durationMinutes", "length"],
    durations: ["durationsMinutes", "lengths"],
    step: ["stepMinutes", "interval", "slotInterval", "increment"],
    bufferBefore: ["beforeBuffer", "bufferBeforeMinutes"],
    bufferAfter: ["afterBuffer", "bufferAfterMinutes"],
    notice: ["minNotice", "minimumNotice", "noticeMinutes", "noticeMin"],
    maxNotice: ["maximumNotice", "noticeMax", "maxNoticeMinutes", "maximumNoticeMinutes"],
    horizon: ["window", "period"],
    limits: ["bookingLimits"],
    durationLimits: [],
    mode: ["type", "scheduling", "schedulingType", "assignment"],
  });
  const given = Array.isArray(event.duration) ? event.duration : event.durations;
  const durations = listOf(given, `${path}.durations`, numberOf);
  const duration = Array.isArray(event.duration) ? durations[0] : (event.duration ?? durations[0]);
  const bounds = readHorizon(event.horizon, `${path}.horizon`);
  const rules: MeetingRules = {
    mode: readMode(event.mode, hosts, `${path}.mode`),
    durationMinutes: numberOf(duration, `${path}.duration`),
    ...(durations.length > 0 && { durationsMinutes: durations }),
    stepMinutes: maybeNumber(event.step, `${path}.step`),
    bufferBeforeMinutes: maybeNumber(event.bufferBefore, `${path}.bufferBefore`),
    bufferAfterMinutes: maybeNumber(event.bufferAfter, `${path}.bufferAfter`),
    noticeMinutes: maybeNumber(event.notice, `${path}.notice`),
    maximumNoticeMinutes: maybeNumber(event.maxNotice, `${path}.maxNotice`),
    horizon: bounds.horizon,
    limits: readLimits(event.limits, event.durationLimits, `${path}.limits`),
  };
  return { rules, from: bounds.from, until: bounds.until };
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

function readMode(value: unknown, hosts: number, path: string): Mode {
  if (value === undefined && hosts <= 1) return "ONE_HOST";
  const mode =
    modes[
      textOf(value, path)
        .toLowerCase()
        .replaceAll(/[^a-z]/g, "")
    ];
  if (mode === undefined) throw new CaseMistake(`${path} must be collective or roundRobin`);
  return mode;
}

function readHorizon(
  value: unknown,
  path: string,
): { readonly horizon: Horizon | undefined; readonly from: number; readonly until: number } {
  const unbounded = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
  if (value === undefined) return { horizon: undefined, ...unbounded };
  const horizon = fieldsOf(value, path, {
    type: ["kind"],
    days: ["count", "businessDays"],
    from: ["start", "startDate"],
    to: ["end", "endDate", "until"],
  });
  const type = textOf(horizon.type, `${path}.type`)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "");
  if (type === "range" || type === "fixed" || type === "fixedrange" || type === "dates") {
    if (isInstantText(horizon.from)) {
      const from = instantOf(horizon.from, `${path}.from`);
      return { horizon: undefined, from, until: instantOf(horizon.to, `${path}.to`) };
    }
    const from = textOf(horizon.from, `${path}.from`);
    return { horizon: { type: "FIXED", from, to: textOf(horizon.to, `${path}.to`) }, ...unbounded };
  }
  const isRolling = type === "rolling" || type === "rollingdays" || type === "days";
  if (!isRolling && !type.includes("business")) {
    throw new CaseMistake(`${path}.type must be rolling, businessDays or range`);
  }
  const days = numberOf(horizon.days, `${path}.days`);
  return { horizon: { type: isRolling ? "ROLLING" : "BUSINESS_DAYS", days }, ...unbounded };
}
