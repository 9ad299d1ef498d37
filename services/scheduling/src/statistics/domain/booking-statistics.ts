import { WindowTooLong, zoneNamed, type LocalDate } from "@tidbok/availability";
import { input, type Instant } from "@tidbok/domain";
import { z } from "zod";
import { windowOfDates } from "../../slots/domain/slot-days.ts";

/** By what figures can be told apart. */
export const statisticsGroupings = ["MEETING_TYPE", "HOST", "WEEK"] as const;

/** By what figures are told apart. */
export type StatisticsGrouping = (typeof statisticsGroupings)[number];

/** Counts of bookings and what follows from them. Nothing in it is about anybody who attends. */
export type BookingFigures = {
  readonly bookings: number;
  readonly pending: number;
  readonly confirmed: number;
  readonly completed: number;
  readonly declined: number;
  readonly cancelled: number;
  readonly cancelledByAttendee: number;
  readonly noShows: number;
  /** Of the meetings that are over, how many nobody came to; null where none is. */
  readonly noShowRate: number | null;
  readonly bookedMinutes: number;
  /** From being made to the start; null where there is none. */
  readonly leadMinutesMedian: number | null;
  readonly leadMinutesP90: number | null;
};

/** Figures of one meeting type, host (by id) or week (by its number in the window). */
export type KeyedFigures = { readonly key: string; readonly figures: BookingFigures };

const date = z.iso.date().refine((text) => text >= "1970-01-01" && text <= "2199-12-31", {
  message: "must lie between 1970 and 2199",
  params: { code: "OUT_OF_RANGE" },
});

/** Which figures, as they are asked for. */
export const statisticsAsked = z.strictObject({
  from: date,
  to: date,
  timeZone: input.timeZone,
  by: z.enum(statisticsGroupings).nullish(),
  hostId: input.id.nullish(),
});

const day = 24 * 60 * 60_000;
const mostDays = 366;

/** A week that begins on a Monday of the zone. */
export type Week = { readonly monday: LocalDate; readonly start: Instant };

/**
 * The instants that the dates stand for in the zone, and the weeks that they touch; the first one may
 * have begun before. Throws InvalidInput and WindowTooLong.
 */
export function statisticsWindow(asked: {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly timeZone: string;
}): { readonly start: Instant; readonly end: Instant; readonly weeks: readonly Week[] } {
  const window = windowOfDates(asked);
  const [first, last] = [Date.parse(asked.from), Date.parse(asked.to)];
  if ((last - first) / day + 1 > mostDays) throw new WindowTooLong(mostDays, "to");
  const zone = zoneNamed(asked.timeZone);
  const weeks: Week[] = [];
  // 1970-01-01, day 0, was a Thursday.
  const monday = first - ((((first / day + 3) % 7) + 7) % 7) * day;
  for (let wall = monday; wall <= last; wall += 7 * day) {
    weeks.push({ monday: new Date(wall).toISOString().slice(0, 10), start: zone.instantOf(wall) });
  }
  return { ...window, weeks };
}
