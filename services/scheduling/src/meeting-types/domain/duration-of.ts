import type { MeetingType } from "./meeting-type.ts";
import { DurationNotOffered } from "./slot-errors.ts";

/** The duration of a meeting: the requested one, or the meeting type's first. Throws DurationNotOffered. */
export function durationOf(
  { durationsMinutes }: MeetingType,
  requested: number | null | undefined,
): number {
  const duration = requested ?? durationsMinutes[0];
  if (duration === undefined || !durationsMinutes.includes(duration)) {
    throw new DurationNotOffered(durationsMinutes);
  }
  return duration;
}
