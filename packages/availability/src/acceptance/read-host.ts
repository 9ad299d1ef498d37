import type { BusyInterval, HostRules, DateRange, Travel } from "../request/host-rules.ts";
import {
  dateOf,
  fieldsOf,
  instantOf,
  isDate,
  isGiven,
  listOf,
  maybeNumber,
  textOf,
  type Field,
} from "./case-fields.ts";
import { readBusy } from "./read-busy.ts";
import { readOverrides, readWeekly } from "./read-hours.ts";
import { readLimits } from "./read-limits.ts";

const zoneNames = ["timeZone", "timezone", "zone"] as const;

/** A host of a case as the engine takes it. */
export function readHost(field: Field): HostRules {
  const host = fieldsOf(field, {
    id: ["hostId"],
    name: [],
    tz: zoneNames,
    weekly: ["hours", "weeklyHours", "schedule"],
    overrides: ["dateOverrides"],
    travel: ["travels", "trips"],
    outOfOffice: ["ooo", "away", "timeOff", "vacation"],
    holidays: ["closed", "closedDates"],
    busy: ["busyTimes"],
    bookings: ["booked", "existing", "existingBookings", "reservations"],
    limits: ["bookingLimits", "limit"],
    durationLimits: [],
    fixed: ["isFixed"],
    group: ["groupId"],
    priority: [],
    weight: [],
  });
  const timeZone = textOf(host.tz);
  const away = listOf(host.outOfOffice, readAway);
  const booked = { timeZone, countsFor: "MEETING_TYPE" } as const;
  return {
    id: textOf(host.id),
    schedule: {
      timeZone,
      weekly: readWeekly(host.weekly),
      overrides: readOverrides(host.overrides),
      travel: listOf(host.travel, readTravel),
    },
    busy: [
      ...listOf(host.busy, (busy) => readBusy(busy, { timeZone })).flat(),
      ...listOf(host.bookings, (booking) => readBusy(booking, booked)).flat(),
      ...away.filter((range) => "start" in range),
    ],
    outOfOffice: away.filter((range) => "from" in range),
    holidays: listOf(host.holidays, readHoliday),
    limits: readLimits(host.limits, host.durationLimits),
    isFixed: host.fixed.value === true,
    group: isGiven(host.group) ? String(host.group.value) : undefined,
    priority: maybeNumber(host.priority),
    weight: maybeNumber(host.weight),
  };
}

function readTravel(field: Field): Travel {
  const trip = fieldsOf(field, { from: ["start"], to: ["end"], tz: zoneNames });
  const to = isGiven(trip.to) ? trip.to : trip.from;
  return { from: dateOf(trip.from), to: dateOf(to), timeZone: textOf(trip.tz) };
}

/** A date, dates from one to another, or instants, which are a busy time. */
function readAway(field: Field): DateRange | BusyInterval {
  if (isDate(field)) return { from: dateOf(field), to: dateOf(field) };
  const away = fieldsOf(field, {
    from: ["start", "date"],
    to: ["end", "until"],
    reason: ["note"],
  });
  const to = isGiven(away.to) ? away.to : away.from;
  if (isDate(away.from)) return { from: dateOf(away.from), to: dateOf(to) };
  return { start: instantOf(away.from), end: instantOf(to) };
}

function readHoliday(field: Field): string {
  if (isDate(field)) return dateOf(field);
  return dateOf(fieldsOf(field, { date: [], name: [] }).date);
}
