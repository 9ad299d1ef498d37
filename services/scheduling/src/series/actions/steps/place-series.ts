import { DomainError, newId, type Instant } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { makeBooking, type Booking } from "../../../bookings/domain/booking.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import type { Series, SeriesGap } from "../../domain/series.ts";
import { decideSlot } from "../../../slots/actions/steps/decide-slot.ts";

type Asked = {
  readonly meetingType: MeetingType;
  readonly durationMinutes: number;
  readonly series: Series;
  readonly starts: readonly Instant[];
};

/** Takes the time of each meeting that can be had, as a booking without anybody yet; and what cannot be had, and why. */
export async function placeSeries(
  context: Context,
  asked: Asked,
): Promise<{ readonly bookings: readonly Booking[]; readonly gaps: readonly SeriesGap[] }> {
  const { store, now } = context;
  const bookings: Booking[] = [];
  const gaps: SeriesGap[] = [];
  for (const start of asked.starts) {
    const slot = await decide(context, { ...asked, start, hostIds: bookings[0]?.hostIds });
    if (typeof slot === "string") {
      gaps.push({ start, code: slot });
      continue;
    }
    const booking = makeBooking({
      ...{ id: newId(), meetingType: asked.meetingType, slot, attendeeIds: [newId()], now },
      seriesId: asked.series.id,
    });
    await store.bookings.insert(booking);
    await store.reservations.book(booking, slot);
    bookings.push(booking);
  }
  return { bookings, gaps };
}

// The slot, or the code of why there is none. In round robin the series stays with its first hosts while they are
// free, and else goes to whose turn it is.
async function decide(
  context: Context,
  wish: Asked & { readonly start: Instant; readonly hostIds: readonly string[] | undefined },
) {
  const { meetingType, durationMinutes, start, hostIds } = wish;
  const slot = { meetingType, durationMinutes, start, now: context.now };
  const open = () => orCode(decideSlot(context, slot));
  if (meetingType.mode !== "ROUND_ROBIN" || !hostIds) return open();
  const settled = { id: wish.series.id, hostIds, noticeFrom: context.now };
  const same = await orCode(decideSlot(context, { ...slot, settled }));
  return typeof same === "string" ? open() : same;
}

async function orCode<Slot>(deciding: Promise<Slot>): Promise<Slot | string> {
  try {
    return await deciding;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
