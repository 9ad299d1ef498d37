import type { Interval } from "@tidbok/domain";
import type { z } from "zod";
import type { Context } from "../../../context.ts";
import {
  researchMonths,
  type bookingStatisticsInput,
  type BookingStatistics,
  type Week,
} from "../../domain/booking-statistics.ts";
import { openCells } from "../../domain/open-cells.ts";

/** Figures for the purpose research: null for too few people, and weeks in the order of time, which tells no sizes. */
export async function summarizeForResearch(
  { store, now }: Context,
  query: {
    readonly organizationId: string;
    readonly input: z.output<typeof bookingStatisticsInput>;
    readonly weeks: readonly Week[];
    readonly window: Interval;
  },
): Promise<BookingStatistics> {
  const { organizationId, input, weeks, window } = query;
  const months = researchMonths(input, now);
  const picked = { ...window, organizationId, weeks };
  const cells = await store.bookingStatistics.cells({ ...picked, months });
  const { isTotalOpen, openWeeks } = openCells(cells);
  const { total, groups } = await store.bookingStatistics.summarize({
    ...picked,
    by: input.by ?? null,
    hostIds: [],
    now,
    limit: weeks.length,
  });
  return {
    total: isTotalOpen ? total : null,
    groups: groups
      .map(({ key, figures }) => ({ number: Number(key), figures }))
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, figures }) => ({
        meetingTypeId: null,
        hostId: null,
        week: weeks[number]?.monday ?? null,
        figures: openWeeks.has(number) ? figures : null,
      })),
  };
}
