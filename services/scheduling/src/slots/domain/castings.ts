import type { Instant, Interval } from "@tidbok/domain";
import type { MeetingType, MeetingTypeHost } from "../../meeting-types/domain/meeting-type.ts";
import type { HostHours } from "../../schedules/domain/schedule.ts";
import { timeAway } from "../../schedules/domain/time-away.ts";

/** A part of a window, and the meeting type with those who host in it. */
export type Casting = { readonly window: Interval; readonly meetingType: MeetingType };

type HandOver = Interval & { readonly from: string; readonly to: MeetingTypeHost };

/**
 * The window in parts in each of which the same people host: while somebody is away, whoever stands
 * in takes their place, by their own default schedule. Who hosts the meeting type anyway stands in
 * for nobody. One part where nobody hands over.
 */
export function castings(
  meetingType: MeetingType,
  asked: { readonly schedules: ReadonlyMap<string, HostHours>; readonly window: Interval },
): readonly Casting[] {
  const { schedules, window } = asked;
  const handOvers = meetingType.hosts.flatMap((host) =>
    handOversOf(host, { meetingType, schedule: schedules.get(host.scheduleId) }),
  );
  const inside = (instant: Instant) => instant > window.start && instant < window.end;
  const cuts = handOvers.flatMap(({ start, end }) => [start, end]).filter(inside);
  const edges = [...new Set([window.start, ...cuts, window.end])].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? window.start;
    const now = handOvers.filter((each) => each.start <= start && start < each.end);
    return { window: { start, end }, meetingType: recast(meetingType, now) };
  });
}

function handOversOf(
  host: MeetingTypeHost,
  of: { readonly meetingType: MeetingType; readonly schedule: HostHours | undefined },
): readonly HandOver[] {
  const { meetingType, schedule } = of;
  if (!schedule) return [];
  return schedule.absences.flatMap(({ from, to, standIn }) => {
    const isHost = meetingType.hosts.some(({ accountId }) => accountId === standIn?.accountId);
    if (!standIn || isHost) return [];
    return [
      { ...timeAway(schedule, { from, to }), from: host.accountId, to: { ...host, ...standIn } },
    ];
  });
}

function recast(meetingType: MeetingType, handOvers: readonly HandOver[]): MeetingType {
  if (handOvers.length === 0) return meetingType;
  const hosts = meetingType.hosts.map(
    (host) => handOvers.find(({ from }) => from === host.accountId)?.to ?? host,
  );
  // One person who stands in for two is still one person.
  const once = hosts.filter(
    ({ accountId }, i) => hosts.findIndex((other) => other.accountId === accountId) === i,
  );
  return { ...meetingType, hosts: once };
}
