import { chooseHost, type HostChoice, type Slot, type SlotRequest } from "@tidbok/availability";
import type { Instant } from "@tidbok/domain";
import type { MeetingType, MeetingTypeHost } from "../../meeting-types/domain/meeting-type.ts";
import { SlotTaken } from "../../meeting-types/domain/slot-errors.ts";

/** Over how long a time round robin is fair. */
export const fairnessSpan = 30 * 24 * 60 * 60_000;

/** Whom round robin chose from a group, and why. */
export type GroupChoice = HostChoice & { readonly group: string | null };

/** Who takes a meeting; the choices where there was anything to choose. */
export type ChosenHosts = {
  readonly hostIds: readonly string[];
  readonly choices: readonly GroupChoice[];
};

/** Who takes the meeting: everybody of the slot, or in round robin the fixed hosts and of each group the one whose turn it is. */
export function hostsOfSlot(
  slot: Slot,
  asked: {
    readonly request: SlotRequest;
    readonly meetingType: MeetingType;
    /** By host: when their bookings of this meeting type were made, over the span of fairness. */
    readonly bookedAt: ReadonlyMap<string, readonly Instant[]>;
  },
): ChosenHosts {
  const { request, meetingType, bookedAt } = asked;
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
  asked: {
    readonly slot: Slot;
    readonly bookedAt: ReadonlyMap<string, readonly Instant[]>;
  },
): HostChoice {
  const hosts = members.map((host) => ({
    id: host.accountId,
    priority: host.priority,
    weight: host.weight,
    joinedAt: host.joinedAt,
    bookedAt: asked.bookedAt.get(host.accountId) ?? [],
  }));
  const choice = chooseHost(hosts, asked.slot.hostIds);
  if (!choice) throw new SlotTaken();
  return choice;
}
