import { chooseHost, type HostChoice, type Slot, type SlotRequest } from "@tidbok/availability";
import { day, type Instant } from "@tidbok/domain";
import type { MeetingType, MeetingTypeHost } from "../../meeting-types/domain/meeting-type.ts";
import { SlotTaken } from "../../meeting-types/domain/slot-errors.ts";

/** Over how long a time round robin is fair. */
export const fairnessSpan = 30 * day;

/** The hosts of the meeting: all of the slot, or in round robin the fixed hosts and the next host of each group. */
export function hostsOfSlot(
  slot: Slot,
  query: {
    readonly request: SlotRequest;
    readonly meetingType: MeetingType;
    /** By host: when their bookings of this meeting type were made, over the span of fairness. */
    readonly bookedAt: ReadonlyMap<string, readonly Instant[]>;
  },
): ChosenHosts {
  const { request, meetingType, bookedAt } = query;
  const inTurn = meetingType.hosts.filter((host) => !host.isFixed);
  if (request.rules.mode !== "ROUND_ROBIN" || inTurn.length === 0) {
    return { hostIds: slot.hostIds, choices: [] };
  }
  const groups = [...new Set(inTurn.map(({ group }) => group))];
  const choices = groups.map((group) => {
    const members = inTurn.filter((host) => host.group === group);
    return { ...chooseFrom(members, { slot, bookedAt }), group };
  });
  const fixed = slot.hostIds.filter((id) => !inTurn.some((host) => host.accountId === id));
  return { hostIds: [...fixed, ...choices.map(({ hostId }) => hostId)], choices };
}

function chooseFrom(
  members: readonly MeetingTypeHost[],
  query: {
    readonly slot: Slot;
    readonly bookedAt: ReadonlyMap<string, readonly Instant[]>;
  },
): HostChoice {
  const hosts = members.map((host) => ({
    id: host.accountId,
    priority: host.priority,
    weight: host.weight,
    joinedAt: host.joinedAt,
    bookedAt: query.bookedAt.get(host.accountId) ?? [],
  }));
  const choice = chooseHost(hosts, query.slot.hostIds);
  if (!choice) throw new SlotTaken();
  return choice;
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
