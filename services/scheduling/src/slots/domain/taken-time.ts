import type { BusyInterval } from "@tidbok/availability";
import type { Interval } from "@tidbok/domain";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";

/** Time that a host does not have. A meeting that several people have booked is one. */
export type TakenTime = Interval & {
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** What kind of meeting is held or booked; null where it is no meeting. */
  readonly meetingTypeId: string | null;
  /** For which organization the host is taken. */
  readonly organizationId: string;
  /** Which meeting it is; null where it is none. */
  readonly occurrenceId: string | null;
  /** How many bookings and holds have a seat in it. */
  readonly seatsTaken: number;
};

/**
 * Time that is taken, and which limits of a meeting type and its hosts it uses up. Holds use them up too.
 * Another organization's meetings take time, and nothing else: its limits are its own.
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
