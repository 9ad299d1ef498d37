import type { MeetingType } from "./meeting-type.ts";
import { DurationNotOffered } from "./slot-errors.ts";

/** How long the meeting takes: what is asked for, or the first duration on offer. */
export function durationOf(
  { durationsMinutes }: MeetingType,
  asked: number | null | undefined,
): number {
  const duration = asked ?? durationsMinutes[0];
  if (duration === undefined || !durationsMinutes.includes(duration)) {
    throw new DurationNotOffered(durationsMinutes);
  }
  return duration;
}
