import { WindowTooLong, zoneNamed, type LocalDate } from "@tidbok/availability";
import { day, input, type Instant } from "@tidbok/domain";
import { z } from "zod";
import { windowOfDates } from "../../slots/domain/slot-days.ts";

/** The ways to group figures. */
export const statisticsGroupings = ["MEETING_TYPE", "HOST", "WEEK"] as const;

/** A way to group figures. */
export type StatisticsGrouping = (typeof statisticsGroupings)[number];

/** Counts of bookings and figures that follow from them. Nothing in it is about an attendee. */
export type BookingFigures = {
  readonly bookings: number;
  readonly pending: number;
  readonly confirmed: number;
  readonly completed: number;
  readonly declined: number;
  readonly cancelled: number;
  readonly cancelledByAttendee: number;
  readonly noShows: number;
  /** The share of the past meetings that the attendee missed, 0 to 1; null without a past meeting. */
  readonly noShowRate: number | null;
  readonly bookedMinutes: number;
  /** From the booking to the start of the meeting; null without a booking. */
  readonly leadMinutesMedian: number | null;
  readonly leadMinutesP90: number | null;
};

/** Figures of one group: a meeting type or host, by its id, or a week, by its number in the window. */
export type KeyedFigures = { readonly key: string; readonly figures: BookingFigures };

/** The arguments of bookingStatistics. */
export const bookingStatisticsInput = z.strictObject({
  from: input.date,
  to: input.date,
  timeZone: input.timeZone,
  by: z.enum(statisticsGroupings).nullish(),
  hostId: input.id.nullish(),
});

const mostDays = 366;

/** A week that begins on a Monday of the zone. */
export type Week = { readonly monday: LocalDate; readonly start: Instant };

/**
 * The first and last instant of the dates in the zone, and the weeks that overlap them; the first week may begin before
 * the window. Throws InvalidInput and WindowTooLong.
 */
export function statisticsWindow(dates: {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly timeZone: string;
}): { readonly start: Instant; readonly end: Instant; readonly weeks: readonly Week[] } {
  const window = windowOfDates(dates);
  const [first, last] = [Date.parse(dates.from), Date.parse(dates.to)];
  if ((last - first) / day + 1 > mostDays) throw new WindowTooLong(mostDays, "to");
  const zone = zoneNamed(dates.timeZone);
  const weeks: Week[] = [];
  // 1970-01-01, day 0, was a Thursday.
  const monday = first - ((((first / day + 3) % 7) + 7) % 7) * day;
  for (let wall = monday; wall <= last; wall += 7 * day) {
    weeks.push({ monday: new Date(wall).toISOString().slice(0, 10), start: zone.instantOf(wall) });
  }
  return { ...window, weeks };
}
