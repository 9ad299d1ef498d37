import { busyRange } from "@tidbok/availability";
import { newId, type Instant, type Interval } from "@tidbok/domain";
import { meetingRules } from "../../../meeting-types/domain/meeting-rules.ts";
import type { Context } from "../../../context.ts";
import { limitsOf } from "../../../schedules/domain/booking-limit.ts";
import { castings } from "../../domain/castings.ts";
import { checkTime } from "../../domain/check-time.ts";
import { roughHorizon } from "../../../meeting-types/domain/horizon.ts";
import { fairnessSpan, hostsOfSlot, type ChosenHosts } from "../../domain/hosts-of-slot.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { openMeetings } from "../../domain/open-meetings.ts";
import { reservedTime } from "../../domain/reserved-time.ts";
import type { Seat } from "../../domain/seat.ts";
import { SlotOutsideHours } from "../../../meeting-types/domain/slot-errors.ts";
import { requestForHosts, slotRequest, type SlotFacts } from "../../domain/slot-request.ts";
import { slotToBook } from "../../domain/slot-to-book.ts";
import { castHandPicked } from "./cast-hand-picked.ts";
import { loadHolidays } from "../../../schedules/actions/steps/load-holidays.ts";

/** A slot that somebody wants to have, or a seat in a meeting that others have booked. */
export type SlotWish = {
  readonly meetingType: MeetingType;
  readonly durationMinutes: number;
  readonly start: Instant;
  readonly now: Instant;
  /** Whether what hosts take at most over all meeting types does not matter. */
  readonly skipsLimits?: boolean;
  /** A hold, booking or occurrence that has hosts already; what it takes itself is not in its way. */
  readonly settled?: {
    readonly id: string;
    readonly hostIds: readonly string[];
    readonly noticeFrom: Instant;
    /** Its seat stays what it is: nobody joins another meeting. */
    readonly hasSeat?: boolean;
  };
};

/**
 * Decides whether a slot can be had, and who hosts: the one way to a hold, a booking or another time.
 * From here to the end of the transaction nobody else decides about these hosts.
 */
export async function decideSlot(
  { store, holidays }: Pick<Context, "store" | "holidays">,
  wish: SlotWish,
): Promise<Interval & ChosenHosts & { readonly seat: Seat }> {
  const { durationMinutes, start, now, settled } = wish;
  const noticeFrom = settled?.noticeFrom ?? now;
  checkTime(start, { meetingType: wish.meetingType, now, noticeFrom });
  const window = { start, end: start + 1 };
  const found = await store.schedules.findHours(
    wish.meetingType.hosts.map(({ scheduleId }) => scheduleId),
  );
  const all = new Map(found.map((schedule) => [schedule.id, schedule]));
  const [part] = castings(wish.meetingType, { schedules: all, window });
  // The meeting type with those who host at this very time.
  const castNow = part?.meetingType ?? wish.meetingType;
  const cast = await castHandPicked({ store }, { cast: castNow, settled });
  const { meetingType } = cast;
  const schedules = [...found, ...cast.schedules].map((each) =>
    wish.skipsLimits ? { ...each, limits: [] } : each,
  );
  const byId = new Map(schedules.map((schedule) => [schedule.id, schedule]));
  const hostIds = [
    ...new Set([
      ...meetingType.hosts.map(({ accountId }) => accountId),
      ...(settled?.hostIds ?? []),
    ]),
  ];
  await store.reservations.lockHosts(hostIds);
  await store.reservations.expireStale(hostIds, now);
  const rules = meetingRules(meetingType, durationMinutes);
  const hosts = schedules.map(({ limits }) => ({ limits: limitsOf(limits) }));
  const during = busyRange({ rules, window, hosts });
  const { end } = roughHorizon(meetingType, now);
  const facts = {
    meetingType,
    schedules: byId,
    holidays: await loadHolidays({ holidays }, { schedules, during: { start: now, end } }),
    busy: await store.reservations.busy({ hostIds, during, now, except: settled?.id ?? null }),
    durationMinutes,
    window,
    now: noticeFrom,
  };
  const joined = settled?.hasSeat ? undefined : meetingToJoin(facts, settled?.hostIds);
  if (joined) return joined;
  const open = slotRequest(facts);
  const request = settled ? requestForHosts(open, settled.hostIds) : open;
  // One of the hosts who were settled has left the meeting type since.
  if (!request) throw new SlotOutsideHours();
  const slot = slotToBook(request, start);
  const seat = {
    occurrenceId: newId(),
    seats: meetingType.seats,
    reserved: reservedTime(slot, meetingType),
  };
  if (settled) return { ...slot, hostIds: settled.hostIds, choices: [], seat };
  const bookedAt =
    meetingType.mode === "ROUND_ROBIN"
      ? await store.reservations.bookedAt(meetingType.id, now - fairnessSpan)
      : new Map<string, readonly Instant[]>();
  return { ...slot, ...hostsOfSlot(slot, { request, meetingType, bookedAt }), seat };
}

function meetingToJoin(facts: SlotFacts, hostIds: readonly string[] | undefined) {
  const meeting = openMeetings(facts).find(
    (each) =>
      hostIds === undefined ||
      (each.hostIds.length === hostIds.length && each.hostIds.every((id) => hostIds.includes(id))),
  );
  if (!meeting) return undefined;
  const { start, end, occurrenceId, reserved } = meeting;
  const seat = { occurrenceId, reserved, seats: facts.meetingType.seats };
  return { start, end, hostIds: meeting.hostIds, choices: [], seat };
}
