import {
  scheduleProblems,
  type HostRules,
  type LocalDate,
  type Schedule,
  type SlotRequest,
  type BusyInterval,
} from "@tidbok/availability";
import { minute, type Instant, type Interval } from "@tidbok/domain";
import { limitsOf } from "../../schedules/domain/booking-limit.ts";
import { meetingRules } from "../../meeting-types/domain/meeting-rules.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import type { HostHours } from "../../schedules/domain/schedule.ts";

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

/** The facts on which the open times of a meeting type depend. */
export type SlotFacts = {
  readonly meetingType: MeetingType;
  /** By id, those of the meeting type's hosts. */
  readonly schedules: ReadonlyMap<string, HostHours>;
  /** By country. */
  readonly holidays: ReadonlyMap<string, readonly LocalDate[]>;
  /** By host. */
  readonly busy: ReadonlyMap<string, readonly TakenTime[]>;
  readonly durationMinutes: number;
  readonly window: Interval;
  readonly now: Instant;
};

/** The one request to the engine: it decides slots, holds, bookings and moves. */
export function slotRequest(facts: SlotFacts): SlotRequest {
  const { meetingType, schedules, holidays, busy, durationMinutes, window, now } = facts;
  return {
    rules: meetingRules(meetingType, durationMinutes),
    hosts: meetingType.hosts.map((host): HostRules => {
      const schedule = schedules.get(host.scheduleId);
      if (!schedule) throw new Error("A host's schedule is missing.");
      return {
        id: host.accountId,
        schedule: isOpen(schedule) ? schedule : closed,
        holidays: holidays.get(schedule.holidayCountry ?? "") ?? [],
        outOfOffice: schedule.absences,
        limits: limitsOf(schedule.limits),
        busy: (busy.get(host.accountId) ?? []).map((taken) => countedFor(taken, meetingType)),
        group: host.group ?? undefined,
        isFixed: host.isFixed,
        priority: host.priority,
        weight: host.weight,
      };
    }),
    window,
    now,
  };
}

// Round robin goes on with the other hosts; a meeting that needs all hosts is not offered.
const closed: Schedule = { timeZone: "UTC", weekly: [], overrides: [], travel: [] };

// Stored hours can become unusable, as when a time zone is renamed. The owner reads why in `Schedule.problems`; visitors
// see a host without hours, not an error.
function isOpen(schedule: HostHours): boolean {
  return !schedule.isMissing && scheduleProblems(schedule).length === 0;
}

/**
 * The request for the hosts of a hold or booking: all of these and no others. Null when one of them no longer hosts
 * the meeting type.
 */
export function requestForHosts(
  request: SlotRequest,
  hostIds: readonly string[],
): SlotRequest | null {
  const hosts = request.hosts.filter((host) => hostIds.includes(host.id));
  if (hosts.length < hostIds.length) return null;
  return { ...request, hosts, rules: { ...request.rules, mode: "COLLECTIVE" } };
}

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

/** The time that a meeting takes from its hosts: itself and the buffers around it. */
export function reservedTime(
  slot: Interval,
  buffers: Pick<MeetingType, "bufferBeforeMinutes" | "bufferAfterMinutes">,
): Interval {
  return {
    start: slot.start - buffers.bufferBeforeMinutes * minute,
    end: slot.end + buffers.bufferAfterMinutes * minute,
  };
}
