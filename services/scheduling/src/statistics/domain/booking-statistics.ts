import { WindowTooLong, zoneNamed, type LocalDate } from "@tidbok/availability";
import { day, input, InvalidInput, type InputProblem, type Instant } from "@tidbok/domain";
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

/**
 * The first instants of the months of a window for research, which has whole past months of UTC, no host, and weeks as
 * its only groups: a group of a host is about one person, and two ways to group could be subtracted from each other.
 * Throws InvalidInput for another window.
 */
export function researchMonths(
  given: z.output<typeof bookingStatisticsInput>,
  now: Instant,
): readonly Instant[] {
  const { from, to, timeZone, by, hostId } = given;
  const end = Date.parse(to) + day;
  const thisMonth = startOfMonth(now);
  const wrong: readonly (InputProblem | false)[] = [
    !isFirstOfMonth(Date.parse(from)) && problem("from", "must be the first day of a month"),
    !(isFirstOfMonth(end) && end <= thisMonth) &&
      problem("to", "must be the last day of a month that is over in UTC"),
    timeZone !== "UTC" && problem("timeZone", "must be UTC for the purpose research"),
    by != null && by !== "WEEK" && problem("by", "must be WEEK or omitted"),
    hostId != null && problem("hostId", "must be omitted for the purpose research"),
  ];
  const problems = wrong.filter((each) => each !== false);
  if (problems.length > 0) throw new InvalidInput(problems);
  const months: Instant[] = [];
  for (let month = Date.parse(from); month < end; month = startOfMonth(month + 31 * day)) {
    months.push(month);
  }
  return months;
}

function problem(path: string, message: string): InputProblem {
  return { path, code: "NOT_OFFERED", message };
}

function isFirstOfMonth(instant: Instant): boolean {
  return startOfMonth(instant) === instant;
}

function startOfMonth(instant: Instant): Instant {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

/** Figures of all bookings of the window, and of the bookings of each group. Null: too few people; research alone gets it. */
export type BookingStatistics = {
  readonly total: BookingFigures | null;
  readonly groups: readonly FiguresGroup[];
};

/** Figures of one group. Exactly one of the three keys is set: the one that the bookings are grouped by. */
export type FiguresGroup = {
  readonly meetingTypeId: string | null;
  readonly hostId: string | null;
  readonly week: string | null;
  readonly figures: BookingFigures | null;
};
