import { DomainError, newId, type Instant } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { reserve } from "../../../bookings/actions/steps/write-booking.ts";
import { makeBooking, type Booking } from "../../../bookings/domain/booking.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { decideSlot, type DecidedSlot } from "../../../slots/actions/steps/decide-slot.ts";
import type { Series, SeriesGap } from "../../domain/series.ts";

type SeriesSlots = {
  readonly meetingType: MeetingType;
  readonly durationMinutes: number;
  readonly series: Series;
  readonly starts: readonly Instant[];
};

/** Reserves each meeting that can be had, as a booking without its people yet; tells the starts that cannot. */
export async function reserveSeries(
  context: Context,
  slots: SeriesSlots,
): Promise<{ readonly bookings: readonly Booking[]; readonly gaps: readonly SeriesGap[] }> {
  const { meetingType, series, starts } = slots;
  const bookings: Booking[] = [];
  const gaps: SeriesGap[] = [];
  for (const start of starts) {
    const slot = await decide(context, { ...slots, start, hostIds: bookings[0]?.hostIds });
    if (typeof slot === "string") {
      gaps.push({ start, code: slot });
      continue;
    }
    const booking = makeBooking({
      id: newId(),
      meetingType,
      slot,
      attendeeIds: [newId()],
      now: context.now,
      seriesId: series.id,
    });
    await reserve(context, { booking, slot, hold: null });
    bookings.push(booking);
  }
  return { bookings, gaps };
}

// The slot, or the code of its refusal. In round robin the series stays with its first hosts while they are free, and
// otherwise goes to the next hosts in turn.
async function decide(
  context: Context,
  query: SeriesSlots & { readonly start: Instant; readonly hostIds: readonly string[] | undefined },
): Promise<DecidedSlot | string> {
  const { meetingType, durationMinutes, start, hostIds, series } = query;
  const slot = { meetingType, durationMinutes, start };
  const open = () => orCode(decideSlot(context, slot));
  if (meetingType.mode !== "ROUND_ROBIN" || !hostIds) return open();
  const reserved = { id: series.id, hostIds, noticeFrom: context.now, keepsSeat: false };
  const same = await orCode(decideSlot(context, { ...slot, reserved }));
  return typeof same === "string" ? open() : same;
}

async function orCode<Slot>(decision: Promise<Slot>): Promise<Slot | string> {
  try {
    return await decision;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
