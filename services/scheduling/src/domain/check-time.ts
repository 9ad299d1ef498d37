import type { Instant } from "@tidbok/domain";
import type { MeetingType } from "./meeting-type.ts";
import { SlotBeyondHorizon, SlotInPast, SlotNoticeTooShort } from "./slot-errors.ts";

const minute = 60_000;
const day = 1_440 * minute;

/**
 * Refuses what the clock alone refuses, so that nobody looks anything up for it. `noticeFrom` is the
 * instant from which notice counts: a slot that was held in time stays in time.
 */
export function checkTime(
  start: Instant,
  asked: {
    readonly meetingType: Pick<MeetingType, "noticeMinutes" | "horizonDays">;
    readonly now: Instant;
    readonly noticeFrom: Instant;
  },
): void {
  const { meetingType, now, noticeFrom } = asked;
  const { noticeMinutes, horizonDays } = meetingType;
  if (start <= now) throw new SlotInPast();
  if (start < noticeFrom + noticeMinutes * minute) throw new SlotNoticeTooShort(noticeMinutes);
  // Two days of room for hosts' calendars; the engine counts exactly, and knows no far centuries.
  if (start > now + (horizonDays + 2) * day) throw new SlotBeyondHorizon(horizonDays);
}
