import type { BusyInterval } from "@tidbok/availability";
import type { Interval } from "@tidbok/domain";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";

/** Time that is taken from a host. A meeting with several bookings counts as one. */
export type TakenTime = Interval & {
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** The meeting type that is held or booked; null for blocked time. */
  readonly meetingTypeId: string | null;
  /** The organization for which the time is taken. */
  readonly organizationId: string;
  /** The meeting; null for blocked time. */
  readonly occurrenceId: string | null;
  /** How many bookings and holds have a seat in the meeting. */
  readonly seatsTaken: number;
};

/**
 * The taken time in the engine's words: which limits of the meeting type and its hosts it counts for. Holds count, too.
 * A meeting of another organization takes time but counts for no limit here.
 */
export function countedFor(
  taken: Omit<TakenTime, "occurrenceId" | "seatsTaken">,
  { id: meetingTypeId, organizationId }: Pick<MeetingType, "id" | "organizationId">,
): BusyInterval {
  const { start, end, bufferBeforeMinutes, bufferAfterMinutes } = taken;
  const busy = { start, end, bufferBeforeMinutes, bufferAfterMinutes };
  if (taken.meetingTypeId === null || taken.organizationId !== organizationId) return busy;
  const countsFor = taken.meetingTypeId === meetingTypeId ? "MEETING_TYPE" : "HOST";
  return { ...busy, countsFor };
}
