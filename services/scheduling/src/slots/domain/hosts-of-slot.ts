import { chooseHost, type HostChoice, type Slot, type SlotRequest } from "@tidbok/availability";
import { day, type Instant } from "@tidbok/domain";
import type { MeetingType, MeetingTypeHost } from "../../meeting-types/domain/meeting-type.ts";

/** Over how long a time round robin is fair. */
export const fairnessSpan = 30 * day;

/**
 * How many bookings of the meeting type can be decided at once, each with other hosts: in round robin as many as its
 * smallest group has hosts. A fixed host, and a meeting with several seats, which bookings join, take one at a time.
 */
export function decidedAtOnce({ mode, hosts, seats }: MeetingType): number {
  if (mode !== "ROUND_ROBIN" || seats > 1 || hosts.some(({ isFixed }) => isFixed)) return 1;
  const groups = new Map<string | null, number>();
  for (const { group } of hosts) groups.set(group, (groups.get(group) ?? 0) + 1);
  return Math.max(1, Math.min(...groups.values()));
}

/**
 * The hosts of the meeting: all of the slot, or in round robin the fixed hosts and the next host of each group; null
 * when a group has no free host.
 */
export function hostsOfSlot(
  slot: Slot,
  query: {
    readonly request: SlotRequest;
    readonly meetingType: MeetingType;
    /** By host: when their bookings of this meeting type were made, over the span of fairness. */
    readonly bookedAt: ReadonlyMap<string, readonly Instant[]>;
  },
): ChosenHosts | null {
  const { request, meetingType, bookedAt } = query;
  const inTurn = meetingType.hosts.filter((host) => !host.isFixed);
  if (request.rules.mode !== "ROUND_ROBIN" || inTurn.length === 0) {
    return { hostIds: slot.hostIds, choices: [] };
  }
  const groups = [...new Set(inTurn.map(({ group }) => group))];
  const choices = groups.flatMap((group) => {
    const members = inTurn.filter((host) => host.group === group);
    const choice = chooseFrom(members, { slot, bookedAt });
    return choice ? [{ ...choice, group }] : [];
  });
  if (choices.length < groups.length) return null;
  const fixed = slot.hostIds.filter((id) => !inTurn.some((host) => host.accountId === id));
  return { hostIds: [...fixed, ...choices.map(({ hostId }) => hostId)], choices };
}

function chooseFrom(
  members: readonly MeetingTypeHost[],
  query: {
    readonly slot: Slot;
    readonly bookedAt: ReadonlyMap<string, readonly Instant[]>;
  },
): HostChoice | null {
  const hosts = members.map((host) => ({
    id: host.accountId,
    priority: host.priority,
    weight: host.weight,
    joinedAt: host.joinedAt,
    bookedAt: query.bookedAt.get(host.accountId) ?? [],
  }));
  return chooseHost(hosts, query.slot.hostIds);
}

/** The host that round robin chose from a group, and why. */
export type GroupChoice = HostChoice & { readonly group: string | null };

/** A host that a person chose, and which account chose. */
export type HandChoice = Omit<GroupChoice, "reason"> & {
  readonly reason: "BY_HAND";
  readonly byId: string;
};

/** The hosts of a meeting, with the choices that were made. */
export type ChosenHosts = {
  readonly hostIds: readonly string[];
  readonly choices: readonly GroupChoice[];
};

/** From which host to which other. */
export type HandOver = { readonly fromHostId: string; readonly toHostId: string };
