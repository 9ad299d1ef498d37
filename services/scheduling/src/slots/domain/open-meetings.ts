import { busyRange, slotAt } from "@tidbok/availability";
import { minute, type Interval } from "@tidbok/domain";
import { meetingRules } from "../../meeting-types/domain/meeting-rules.ts";
import { limitsOf } from "../../schedules/domain/booking-limit.ts";
import { reservedTime } from "./slot-request.ts";
import { requestForHosts, slotRequest, type SlotFacts, type TakenTime } from "./slot-request.ts";

/** A meeting with a booking or hold, and with seats left. */
export type OpenMeeting = Interval & {
  readonly occurrenceId: string;
  /** In the order of the meeting type. */
  readonly hostIds: readonly string[];
  readonly seatsLeft: number;
  /** The time that it takes from its hosts, buffers included. */
  readonly reserved: Interval;
};

/**
 * The meetings of this duration within the window that have seats left, the oldest first. A seat is open when the
 * meeting's own hosts could begin the meeting anew at this time. So notice, horizon, hours, absences, buffers and
 * limits hold for the last seat as for the first.
 */
export function openMeetings(facts: SlotFacts): readonly OpenMeeting[] {
  return meetingsOf(facts)
    .filter((meeting) => meeting.seatsLeft > 0 && couldBegin(meeting, facts))
    .sort((a, b) => (a.occurrenceId < b.occurrenceId ? -1 : 1));
}

function meetingsOf(facts: SlotFacts): OpenMeeting[] {
  const { meetingType, busy } = facts;
  const meetings = new Map<string, OpenMeeting & { hostIds: string[] }>();
  for (const { accountId } of meetingType.hosts) {
    for (const taken of busy.get(accountId) ?? []) {
      const { start, end, occurrenceId, seatsTaken } = taken;
      if (occurrenceId === null || !matches(taken, facts)) continue;
      const known = meetings.get(occurrenceId);
      if (known) known.hostIds.push(accountId);
      else {
        meetings.set(occurrenceId, {
          start,
          end,
          occurrenceId,
          hostIds: [accountId],
          seatsLeft: meetingType.seats - seatsTaken,
          reserved: reservedTime(taken, taken),
        });
      }
    }
  }
  return [...meetings.values()];
}

function matches(
  { start, end, meetingTypeId }: TakenTime,
  { meetingType, durationMinutes, window }: SlotFacts,
): boolean {
  const isInside = start >= window.start && start < window.end;
  return isInside && meetingTypeId === meetingType.id && end - start === durationMinutes * minute;
}

function couldBegin(meeting: OpenMeeting, facts: SlotFacts): boolean {
  const { start, occurrenceId, hostIds } = meeting;
  const window = { start, end: start + 1 };
  const hosts = facts.meetingType.hosts.filter(({ accountId }) => hostIds.includes(accountId));
  const near = busyRange({
    rules: meetingRules(facts.meetingType, facts.durationMinutes),
    window,
    hosts: hosts.map((host) => ({
      limits: limitsOf(facts.schedules.get(host.scheduleId)?.limits ?? []),
    })),
  });
  // Only the time near the meeting: there may be many meetings.
  const busy = hostIds.map((id) => {
    const others = (facts.busy.get(id) ?? []).filter(
      (taken) =>
        taken.occurrenceId !== occurrenceId && taken.start < near.end && taken.end > near.start,
    );
    return [id, others] as const;
  });
  const request = requestForHosts(
    slotRequest({
      ...facts,
      meetingType: { ...facts.meetingType, hosts },
      busy: new Map(busy),
      window,
    }),
    hostIds,
  );
  return request !== null && slotAt(request, start) !== null;
}
