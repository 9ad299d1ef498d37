import {
  scheduleProblems,
  type HostRules,
  type LocalDate,
  type Schedule,
  type SlotRequest,
} from "@tidbok/availability";
import type { Instant, Interval } from "@tidbok/domain";
import { limitsOf } from "../../schedules/domain/booking-limit.ts";
import { meetingRules } from "../../meeting-types/domain/meeting-rules.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import type { HostHours } from "../../schedules/domain/schedule.ts";
import { countedFor, type TakenTime } from "./taken-time.ts";

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
