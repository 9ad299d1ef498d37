import type { Resolvers } from "@tidbok/service";
import type { BookedSeries } from "../series/actions/book-series.ts";
import { listSeriesBookings } from "../series/actions/list-series-bookings.ts";
import type { Context } from "../context.ts";
import type { SeriesGap as Gap } from "../series/domain/series.ts";
import type { SeenSeries } from "../series/actions/series-of-booking.ts";

export const Series: Resolvers<Context>["Series"] = {
  bookings: (series: SeenSeries, _, context) => listSeriesBookings(context, series),
};

export const SeriesGap: Resolvers<Context>["SeriesGap"] = {
  startAt: ({ start }: Gap) => start,
};

export const BookSeriesPayload: Resolvers<Context>["BookSeriesPayload"] = {
  series: ({ series, attendees }: BookedSeries): SeenSeries => ({
    ...series,
    seenFrom: attendees[0]?.booking ?? null,
    isOwn: true,
  }),
  bookings: ({ attendees }: BookedSeries) => attendees.map((attendee) => ({ attendee })),
  missing: ({ gaps }: BookedSeries) => gaps,
};
