import { slotAt, type Slot, type SlotRequest } from "@tidbok/availability";
import { minute, type Instant, type Interval } from "@tidbok/domain";
import { horizonOf, roughHorizon } from "../../meeting-types/domain/meeting-rules.ts";
import type { HorizonRules, MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import {
  SlotBeyondHorizon,
  SlotInPast,
  SlotLimitReached,
  SlotNotOffered,
  SlotNoticeTooLong,
  SlotNoticeTooShort,
  SlotOutsideHours,
  SlotTaken,
} from "../../meeting-types/domain/slot-errors.ts";
import { openMeetings } from "./open-meetings.ts";
import { requestForHosts, reservedTime, slotRequest, type SlotFacts } from "./slot-request.ts";

/** The seat in a meeting that a booking or hold takes. */
export type Seat = {
  /** What all bookings and holds of one meeting have in common. */
  readonly occurrenceId: string;
  /** How many seats the meeting has. */
  readonly seats: number;
  /** The time that the meeting takes from its hosts, buffers included. */
  readonly reserved: Interval;
};

/** What is reserved before a slot is decided: its own time is not in its way, and its hosts stay. */
export type Reserved = {
  /** The booking or the occurrence; its reservations do not count as taken. */
  readonly id: string;
  readonly hostIds: readonly string[];
  /** The instant from which notice counts. */
  readonly noticeFrom: Instant;
  /** Whether the seat stays, so that the decision joins no other meeting. */
  readonly keepsSeat: boolean;
};

/** The slot with the hosts that are free then, and the seat that a booking or hold takes. */
export type SlotDecision = {
  readonly slot: Slot;
  readonly seat: Seat;
  /** From what the hosts are chosen; null when the hosts of the slot are final. */
  readonly open: {
    readonly request: SlotRequest;
    /** The meeting type with the hosts of this very time. */
    readonly meetingType: MeetingType;
  } | null;
};

/**
 * The one decision about a slot: holds, bookings, moves and the early look without locks all use it. The slot joins a
 * meeting with seats left, or begins a new one with the given occurrence id. Throws the reason for a refusal.
 */
export function decide(
  facts: SlotFacts,
  query: {
    readonly start: Instant;
    readonly reserved: Reserved | null;
    readonly occurrenceId: string;
  },
): SlotDecision {
  const { start, reserved, occurrenceId } = query;
  const { meetingType } = facts;
  const { seats } = meetingType;
  const mayJoin = seats > 1 && !reserved?.keepsSeat;
  const meeting = mayJoin ? meetingToJoin(facts, reserved) : undefined;
  if (meeting) {
    const seat = { occurrenceId: meeting.occurrenceId, reserved: meeting.reserved, seats };
    const slot = { start: meeting.start, end: meeting.end, hostIds: meeting.hostIds };
    return { slot, seat, open: null };
  }
  const all = slotRequest(facts);
  const request = reserved ? requestForHosts(all, reserved.hostIds) : all;
  // One of the hosts has left the meeting type since the reservation.
  if (!request) throw new SlotOutsideHours();
  const slot = slotToBook(request, start);
  const seat = { occurrenceId, seats, reserved: reservedTime(slot, meetingType) };
  if (!reserved) return { slot, seat, open: { request, meetingType } };
  return { slot: { ...slot, hostIds: reserved.hostIds }, seat, open: null };
}

/**
 * Refuses a time by the clock alone, before any look-up. `noticeFrom` is the instant from which notice counts: a slot
 * that was held in time stays in time.
 */
export function checkTime(
  start: Instant,
  query: {
    readonly meetingType: HorizonRules & Pick<MeetingType, "noticeMinutes">;
    readonly now: Instant;
    readonly noticeFrom: Instant;
  },
): void {
  const { meetingType, now, noticeFrom } = query;
  const { noticeMinutes, maximumNoticeMinutes } = meetingType;
  if (start <= now) throw new SlotInPast();
  if (start < noticeFrom + noticeMinutes * minute) throw new SlotNoticeTooShort(noticeMinutes);
  if (maximumNoticeMinutes !== null && start > now + maximumNoticeMinutes * minute) {
    throw new SlotNoticeTooLong(maximumNoticeMinutes);
  }
  // The engine counts exactly, but does not support dates centuries ahead.
  const { start: first, end } = roughHorizon(meetingType, now);
  if (start < first || start > end) throw new SlotBeyondHorizon(horizonOf(meetingType));
}

/** The slot that begins at this instant, by the rules of the list of slots; throws the reason when it has none. */
export function slotToBook(request: SlotRequest, start: Instant): Slot {
  return slotAt(request, start) ?? refuse(request, start);
}

function meetingToJoin(facts: SlotFacts, reserved: Reserved | null) {
  return openMeetings(facts).find(
    ({ hostIds }) =>
      reserved === null ||
      (hostIds.length === reserved.hostIds.length &&
        hostIds.every((id) => reserved.hostIds.includes(id))),
  );
}

/** Asks again without one rule after the other, to name the rule that refused the slot. */
function refuse(request: SlotRequest, start: Instant): never {
  if (start % minute !== 0) throw new SlotNotOffered();
  if (slotAt(withoutLimits(request), start)) throw new SlotLimitReached();
  const free = { ...request, hosts: request.hosts.map((host) => ({ ...host, busy: [] })) };
  if (slotAt(free, start)) throw new SlotTaken();
  const offGrid = { ...free, rules: { ...free.rules, stepMinutes: 1 } };
  if (slotAt(offGrid, start)) throw new SlotNotOffered();
  const { horizon, ...unbounded } = offGrid.rules;
  if (horizon && slotAt({ ...offGrid, rules: unbounded }, start)) {
    throw new SlotBeyondHorizon(horizon);
  }
  throw new SlotOutsideHours();
}

function withoutLimits({
  rules: { limits: _, ...rules },
  hosts,
  ...request
}: SlotRequest): SlotRequest {
  return { ...request, rules, hosts: hosts.map(({ limits: __, ...host }) => host) };
}
