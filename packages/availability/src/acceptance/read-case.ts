import type { HostRules } from "../host-rules.ts";
import type { SlotRequest } from "../slot-request.ts";
import { CaseMistake, fieldsOf, instantOf, listOf, maybeNumber, textOf } from "./case-fields.ts";
import { readEvent } from "./read-event.ts";
import { readBusy, readHost } from "./read-host.ts";

/** A case: what to ask and what must be answered. */
export type AcceptanceCase = {
  /** Null where the case has no hosts: nobody can be booked. */
  readonly request: SlotRequest | null;
  readonly expected: readonly number[] | null;
  readonly count: number | undefined;
};

/** Reads a case of the format of `shared/acceptance/availability-cases.json`. Throws CaseMistake. */
export function readCase(value: unknown): AcceptanceCase {
  const parts = fieldsOf(value, "case", {
    id: [],
    name: ["title"],
    note: ["comment", "why"],
    now: [],
    query: ["window"],
    event: ["meetingType"],
    hosts: [],
    bookings: [],
    duration: [],
    expected: ["starts"],
    count: [],
  });
  const query = fieldsOf(parts.query, "query", {
    from: ["start"],
    to: ["end", "until"],
    tz: ["timeZone", "timezone"],
    duration: ["durationMinutes"],
  });
  const hosts = withBookings(listOf(parts.hosts, "hosts", readHost), parts.bookings);
  const event = readEvent(parts.event, "event", hosts.length);
  const window = {
    start: Math.max(instantOf(query.from, "query.from"), event.from),
    end: Math.min(instantOf(query.to, "query.to"), event.until),
  };
  const request: SlotRequest = {
    rules: event.rules,
    hosts: countEverything(hosts, event.rules.limits !== undefined),
    window: { start: window.start, end: Math.max(window.start, window.end) },
    now: instantOf(parts.now, "now"),
    durationMinutes: maybeNumber(query.duration ?? parts.duration, "query.duration"),
    maximumWindowDays: 400,
  };
  if (parts.expected === undefined && parts.count === undefined) {
    throw new CaseMistake("case must have expected or count");
  }
  return {
    request: hosts.length === 0 ? null : request,
    expected: parts.expected === undefined ? null : listOf(parts.expected, "expected", instantOf),
    count: maybeNumber(parts.count, "count"),
  };
}

/** Bookings of the case itself belong to the host that they name, or else to all. */
function withBookings(hosts: readonly HostRules[], value: unknown): readonly HostRules[] {
  const bookings = listOf(value, "bookings", (booking, path) => {
    const { host, ...rest } = booking as Record<string, unknown>;
    const { hostId = host, ...time } = rest;
    const id = hostId === undefined ? undefined : textOf(hostId, `${path}.host`);
    return { id, busy: readBusy(time, path, "MEETING_TYPE") };
  });
  return hosts.map((host) => {
    const own = bookings.filter(({ id }) => id === undefined || id === host.id);
    return { ...host, busy: [...host.busy, ...own.map(({ busy }) => busy)] };
  });
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
