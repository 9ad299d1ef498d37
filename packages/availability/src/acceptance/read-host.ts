import type { BusyInterval, HostRules } from "../host-rules.ts";
import type { DateRange, Travel } from "../schedule.ts";
import {
  CaseMistake,
  fieldsOf,
  instantOf,
  isInstantText,
  listOf,
  maybeNumber,
  textOf,
} from "./case-fields.ts";
import { readOverrides, readWeekly } from "./read-hours.ts";
import { readLimits } from "./read-limits.ts";

/** A host of a case as the engine takes it. */
export function readHost(value: unknown, path: string): HostRules {
  const host = fieldsOf(value, path, {
    id: ["hostId"],
    name: [],
    tz: ["timeZone", "timezone", "zone"],
    weekly: ["hours", "weeklyHours", "schedule"],
    overrides: ["dateOverrides"],
    travel: ["travels", "trips"],
    outOfOffice: ["ooo", "away", "timeOff", "vacation"],
    holidays: ["closed", "closedDates"],
    busy: ["busyTimes"],
    bookings: ["booked", "existingBookings"],
    limits: ["bookingLimits"],
    durationLimits: [],
    fixed: ["isFixed"],
    group: ["groupId"],
    priority: [],
    weight: [],
  });
  const away = listOf(host.outOfOffice, `${path}.outOfOffice`, readAway);
  return {
    id: textOf(host.id, `${path}.id`),
    schedule: {
      timeZone: textOf(host.tz, `${path}.tz`),
      weekly: readWeekly(host.weekly, `${path}.weekly`),
      overrides: readOverrides(host.overrides, `${path}.overrides`),
      travel: listOf(host.travel, `${path}.travel`, readTravel),
    },
    busy: [
      ...listOf(host.busy, `${path}.busy`, (busy, at) => readBusy(busy, at)),
      ...listOf(host.bookings, `${path}.bookings`, (busy, at) =>
        readBusy(busy, at, "MEETING_TYPE"),
      ),
      ...away.filter((range) => "start" in range),
    ],
    outOfOffice: away.filter((range) => "from" in range),
    holidays: listOf(host.holidays, `${path}.holidays`, readDate),
    limits: readLimits(host.limits, host.durationLimits, `${path}.limits`),
    isFixed: host.fixed === true,
    group: host.group === undefined ? undefined : String(host.group),
    priority: maybeNumber(host.priority, `${path}.priority`),
    weight: maybeNumber(host.weight, `${path}.weight`),
  };
}

/** A busy time: an object, or a pair of instants. */
export function readBusy(
  value: unknown,
  path: string,
  kind?: BusyInterval["countsFor"],
): BusyInterval {
  if (Array.isArray(value)) {
    return { start: instantOf(value[0], path), end: instantOf(value[1], path), countsFor: kind };
  }
  const busy = fieldsOf(value, path, {
    start: ["from"],
    end: ["to"],
    bufferBefore: ["beforeBuffer", "bufferBeforeMinutes"],
    bufferAfter: ["afterBuffer", "bufferAfterMinutes"],
    booking: [
      "isBooking",
      "counts",
      "sameEvent",
      "sameType",
      "ofType",
      "event",
      "eventId",
      "meetingType",
    ],
    source: ["kind", "type"],
    title: ["name", "id", "status"],
  });
  const isOfType = busy.booking === true || busy.source === "booking" || busy.booking === "this";
  return {
    start: instantOf(busy.start, `${path}.start`),
    end: instantOf(busy.end, `${path}.end`),
    bufferBeforeMinutes: maybeNumber(busy.bufferBefore, `${path}.bufferBefore`),
    bufferAfterMinutes: maybeNumber(busy.bufferAfter, `${path}.bufferAfter`),
    countsFor:
      (isOfType ? "MEETING_TYPE" : undefined) ??
      // A booking that says that it is of another type counts for the host alone.
      (kind !== undefined && (busy.booking === false || busy.booking === "other") ? "HOST" : kind),
  };
}

function readTravel(value: unknown, path: string): Travel {
  const trip = fieldsOf(value, path, {
    from: ["start"],
    to: ["end"],
    tz: ["timeZone", "timezone", "zone"],
  });
  return {
    from: readDate(trip.from, `${path}.from`),
    to: readDate(trip.to ?? trip.from, `${path}.to`),
    timeZone: textOf(trip.tz, `${path}.tz`),
  };
}

/** Dates; or instants, which are a busy time. */
function readAway(value: unknown, path: string): DateRange | BusyInterval {
  if (typeof value === "string") return { from: readDate(value, path), to: readDate(value, path) };
  const away = fieldsOf(value, path, {
    from: ["start", "date"],
    to: ["end", "until"],
    reason: ["note"],
  });
  if (isInstantText(away.from)) {
    return { start: instantOf(away.from, path), end: instantOf(away.to, path) };
  }
  return {
    from: readDate(away.from, `${path}.from`),
    to: readDate(away.to ?? away.from, `${path}.to`),
  };
}

/** A date: a text, or an object with one. */
export function readDate(value: unknown, path: string): string {
  const date =
    typeof value === "object" ? fieldsOf(value, path, { date: [], name: [] }).date : value;
  if (typeof date === "string" && /^\d{4}-\d\d-\d\d$/.test(date)) return date;
  throw new CaseMistake(`${path} must be a date such as 2027-02-28`);
}
