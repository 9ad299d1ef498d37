import type { BusyInterval } from "@tidbok/availability";
import type { Interval } from "@tidbok/domain";

/** Time that a host does not have. */
export type TakenTime = Interval & {
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** What kind of meeting is held or booked; null where it is no meeting. */
  readonly meetingTypeId: string | null;
};

/** Time that is taken, and which limits of a meeting type and its hosts it uses up. Holds use them up too. */
export function countedFor(taken: TakenTime, meetingTypeId: string): BusyInterval {
  const { start, end, bufferBeforeMinutes, bufferAfterMinutes } = taken;
  const busy = { start, end, bufferBeforeMinutes, bufferAfterMinutes };
  if (taken.meetingTypeId === null) return busy;
  const countsFor = taken.meetingTypeId === meetingTypeId ? "MEETING_TYPE" : "HOST";
  return { ...busy, countsFor };
}
