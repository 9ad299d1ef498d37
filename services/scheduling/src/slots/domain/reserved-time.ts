import type { Interval } from "@tidbok/domain";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";

/** The time that a meeting takes from its hosts: itself and the buffers around it. */
export function reservedTime(
  slot: Interval,
  buffers: Pick<MeetingType, "bufferBeforeMinutes" | "bufferAfterMinutes">,
): Interval {
  return {
    start: slot.start - buffers.bufferBeforeMinutes * 60_000,
    end: slot.end + buffers.bufferAfterMinutes * 60_000,
  };
}
