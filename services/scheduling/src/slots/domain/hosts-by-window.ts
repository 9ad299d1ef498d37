import type { Instant, Interval } from "@tidbok/domain";
import type { MeetingType, MeetingTypeHost } from "../../meeting-types/domain/meeting-type.ts";
import { type HostHours, timeAway } from "../../schedules/domain/schedule.ts";

/** A part of a window, and the meeting type with the hosts of that part. */
export type WindowHosts = { readonly window: Interval; readonly meetingType: MeetingType };

type Replacement = Interval & { readonly from: string; readonly to: MeetingTypeHost };

/**
 * Divides the window where its hosts change: while a host is away, the stand-in hosts by their own default schedule.
 * A stand-in that hosts the meeting type anyway replaces no other host. One part when no host is away.
 */
export function hostsByWindow(
  meetingType: MeetingType,
  { schedules, window }: HostedWindow,
): readonly WindowHosts[] {
  const replacements = meetingType.hosts.flatMap((host) =>
    replacementsOf(host, { meetingType, schedule: schedules.get(host.scheduleId) }),
  );
  const inside = (instant: Instant) => instant > window.start && instant < window.end;
  const cuts = replacements.flatMap(({ start, end }) => [start, end]).filter(inside);
  const edges = [...new Set([window.start, ...cuts, window.end])].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? window.start;
    const current = replacements.filter((each) => each.start <= start && start < each.end);
    return { window: { start, end }, meetingType: withReplacements(meetingType, current) };
  });
}

type HostedWindow = {
  /** By id, those of the hosts and of their stand-ins. */
  readonly schedules: ReadonlyMap<string, HostHours>;
  readonly window: Interval;
};

function replacementsOf(
  host: MeetingTypeHost,
  of: { readonly meetingType: MeetingType; readonly schedule: HostHours | undefined },
): readonly Replacement[] {
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

function withReplacements(
  meetingType: MeetingType,
  replacements: readonly Replacement[],
): MeetingType {
  if (replacements.length === 0) return meetingType;
  const hosts = meetingType.hosts.map(
    (host) => replacements.find(({ from }) => from === host.accountId)?.to ?? host,
  );
  // A person that stands in for two hosts is still one person.
  const once = hosts.filter(
    ({ accountId }, i) => hosts.findIndex((other) => other.accountId === accountId) === i,
  );
  return { ...meetingType, hosts: once };
}
