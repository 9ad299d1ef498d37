import type { BusyInterval, HostRules } from "../request/host-rules.ts";
import type { MeetingRules } from "../request/meeting-rules.ts";
import type { SlotRequest } from "../request/slot-request.ts";
import {
  fieldsOf,
  instantOf,
  isGiven,
  listOf,
  maybeNumber,
  mistake,
  textOf,
  type Field,
} from "./case-fields.ts";
import { busyNames, readBusy } from "./read-busy.ts";
import { readEvent } from "./read-event.ts";
import { readHost } from "./read-host.ts";

/** A case: what to ask and what must be answered. */
export type AcceptanceCase = {
  /** Null where the case has no hosts, since no host can be booked. */
  readonly request: SlotRequest | null;
  readonly expected: readonly number[] | null;
  readonly count: number | undefined;
};

/** Reads a case of the format of `shared/acceptance/availability-cases.json`. Throws CaseMistake. */
export function readCase(value: unknown): AcceptanceCase {
  const parts = fieldsOf(
    { value, path: "case" },
    {
      id: [],
      name: ["title"],
      note: ["comment", "why"],
      now: [],
      query: ["window"],
      event: ["meetingType"],
      hosts: [],
      bookings: ["existing", "existingBookings"],
      duration: [],
      expected: ["starts"],
      count: [],
    },
  );
  const request = readRequest(parts);
  if (!isGiven(parts.expected) && !isGiven(parts.count)) {
    throw mistake(parts.expected, "or count must be there");
  }
  return {
    request: request.hosts.length === 0 ? null : request,
    expected: isGiven(parts.expected) ? listOf(parts.expected, instantOf) : null,
    count: maybeNumber(parts.count),
  };
}

function readRequest(
  parts: Readonly<Record<"now" | "query" | "event" | "hosts" | "bookings" | "duration", Field>>,
): SlotRequest {
  const query = fieldsOf(parts.query, {
    from: ["start"],
    to: ["end", "until"],
    tz: ["timeZone", "timezone"],
    duration: ["durationMinutes"],
  });
  const hosts = withBookings(listOf(parts.hosts, readHost), parts.bookings);
  const { rules, instants, groups } = readEvent(parts.event, hosts.length);
  const start = Math.max(instantOf(query.from), instants?.start ?? 0);
  const end = Math.min(instantOf(query.to), instants?.end ?? Number.POSITIVE_INFINITY);
  return {
    rules,
    hosts: countEverything(
      hosts.map((host) => ({
        ...host,
        group: groups.get(host.id) ?? host.group,
        busy: host.busy.map((busy) => withBuffers(busy, rules)),
      })),
      rules.limits !== undefined,
    ),
    window: { start, end: Math.max(start, end) },
    now: instantOf(parts.now),
    durationMinutes: maybeNumber(isGiven(query.duration) ? query.duration : parts.duration),
    maximumWindowDays: 400,
  };
}

/** Bookings of the case itself belong to the host that they name, or else to all. */
function withBookings(hosts: readonly HostRules[], field: Field): readonly HostRules[] {
  const bookings = listOf(field, (booking) => {
    const { host } = fieldsOf(booking, { ...busyNames, host: ["hostId", "hosts"] });
    const { host: _, hostId: __, hosts: ___, ...time } = booking.value as Record<string, unknown>;
    const ids = Array.isArray(host.value) ? listOf(host, textOf) : [];
    if (isGiven(host) && !Array.isArray(host.value)) ids.push(textOf(host));
    return { ids, time: { ...booking, value: time } };
  });
  return hosts.map((host) => {
    const kind = { timeZone: host.schedule.timeZone, countsFor: "MEETING_TYPE" } as const;
    const own = bookings.filter(({ ids }) => ids.length === 0 || ids.includes(host.id));
    return { ...host, busy: [...host.busy, ...own.flatMap(({ time }) => readBusy(time, kind))] };
  });
}

/** A booking of the meeting type has the buffers of its type, unless it says others. */
function withBuffers(busy: BusyInterval, rules: MeetingRules): BusyInterval {
  if (busy.countsFor !== "MEETING_TYPE") return busy;
  const { bufferBeforeMinutes, bufferAfterMinutes } = rules;
  return {
    ...busy,
    bufferBeforeMinutes: busy.bufferBeforeMinutes ?? bufferBeforeMinutes,
    bufferAfterMinutes: busy.bufferAfterMinutes ?? bufferAfterMinutes,
  };
}

/** Where there are limits and no busy time is called a booking, each is one: the format had no other word. */
function countEverything(hosts: readonly HostRules[], isLimited: boolean): readonly HostRules[] {
  const limited = isLimited || hosts.some((host) => host.limits !== undefined);
  const isSaid = hosts.some((host) => host.busy.some((busy) => busy.countsFor !== undefined));
  if (!limited || isSaid) return hosts;
  return hosts.map((host) => ({
    ...host,
    busy: host.busy.map((busy) => ({ ...busy, countsFor: "MEETING_TYPE" })),
  }));
}
