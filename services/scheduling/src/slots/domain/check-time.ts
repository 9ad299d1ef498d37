import type { Instant } from "@tidbok/domain";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import { horizonOf, roughHorizon, type HorizonRules } from "../../meeting-types/domain/horizon.ts";
import {
  SlotBeyondHorizon,
  SlotInPast,
  SlotNoticeTooLong,
  SlotNoticeTooShort,
} from "../../meeting-types/domain/slot-errors.ts";

const minute = 60_000;

/**
 * Refuses what the clock alone refuses, so that nobody looks anything up for it. `noticeFrom` is the
 * instant from which notice counts: a slot that was held in time stays in time.
 */
export function checkTime(
  start: Instant,
  asked: {
    readonly meetingType: HorizonRules & Pick<MeetingType, "noticeMinutes">;
    readonly now: Instant;
    readonly noticeFrom: Instant;
  },
): void {
  const { meetingType, now, noticeFrom } = asked;
  const { noticeMinutes, maximumNoticeMinutes } = meetingType;
  if (start <= now) throw new SlotInPast();
  if (start < noticeFrom + noticeMinutes * minute) throw new SlotNoticeTooShort(noticeMinutes);
  if (maximumNoticeMinutes !== null && start > now + maximumNoticeMinutes * minute) {
    throw new SlotNoticeTooLong(maximumNoticeMinutes);
  }
  // The engine counts exactly, and knows no far centuries.
  const { start: first, end } = roughHorizon(meetingType, now);
  if (start < first || start > end) throw new SlotBeyondHorizon(horizonOf(meetingType));
}
