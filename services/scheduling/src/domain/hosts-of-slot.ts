import { chooseHost, type Slot, type SlotRequest } from "@tidbok/availability";
import type { Instant } from "@tidbok/domain";
import type { MeetingType } from "./meeting-type.ts";
import { SlotTaken } from "./slot-errors.ts";

/** Over how long a time round robin is fair. */
export const fairnessSpan = 30 * 24 * 60 * 60_000;

/** Who takes the meeting: everybody of the slot, or in round robin the fixed hosts and the one whose turn it is. */
export function hostsOfSlot(
  slot: Slot,
  asked: {
    readonly request: SlotRequest;
    readonly meetingType: MeetingType;
    /** By host: when their bookings of this meeting type were made, over the span of fairness. */
    readonly bookedAt: ReadonlyMap<string, readonly Instant[]>;
  },
): readonly string[] {
  const { request, meetingType, bookedAt } = asked;
  const inTurn = meetingType.hosts.filter((host) => !host.isFixed);
  if (request.rules.mode !== "ROUND_ROBIN" || inTurn.length === 0) return slot.hostIds;
  const choice = chooseHost(
    inTurn.map((host) => ({
      id: host.accountId,
      priority: host.priority,
      weight: host.weight,
      joinedAt: host.joinedAt,
      bookedAt: bookedAt.get(host.accountId) ?? [],
    })),
    slot.hostIds,
  );
  if (!choice) throw new SlotTaken();
  const fixed = slot.hostIds.filter((id) => !inTurn.some((host) => host.accountId === id));
  return [...fixed, choice.hostId];
}
