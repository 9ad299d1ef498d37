import type { MeetingRules } from "@tidbok/availability";
import { limitsOf } from "../../schedules/domain/booking-limit.ts";
import { horizonOf } from "./horizon.ts";
import type { MeetingType } from "./meeting-type.ts";

/** The rules of a meeting type in the engine's words, for one duration. */
export function meetingRules(meetingType: MeetingType, durationMinutes: number): MeetingRules {
  return {
    mode: meetingType.mode,
    durationMinutes,
    stepMinutes: meetingType.stepMinutes,
    bufferBeforeMinutes: meetingType.bufferBeforeMinutes,
    bufferAfterMinutes: meetingType.bufferAfterMinutes,
    noticeMinutes: meetingType.noticeMinutes,
    maximumNoticeMinutes: meetingType.maximumNoticeMinutes ?? undefined,
    horizon: horizonOf(meetingType),
    limits: limitsOf(meetingType.limits),
  };
}
