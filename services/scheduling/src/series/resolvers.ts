import type { Resolvers } from "@tidbok/service";
import type { Booking as BookingRow } from "../bookings/domain/booking.ts";
import type { Context } from "../context.ts";
import { bookSeries, type BookedSeries } from "./actions/book-series.ts";
import { findSeries } from "./actions/find-series.ts";
import { listSeriesBookings } from "./actions/list-series-bookings.ts";
import { seriesOfBooking, type SeenSeries } from "./actions/series-of-booking.ts";
import type { SeriesGap as Gap } from "./domain/series.ts";

export const resolvers: Resolvers<Context> = {
  Mutation: {
    bookSeries: (_, { input }, context) => bookSeries(context, input),
  },
  Booking: {
    series: (booking: BookingRow, _, context) => seriesOfBooking(context, booking),
  },
  Series: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findSeries(context, id),
    bookings: (series: SeenSeries, _, context) => listSeriesBookings(context, series),
  },
  SeriesGap: {
    startAt: ({ start }: Gap) => start,
  },
  BookSeriesPayload: {
    series: ({ series, attendees }: BookedSeries): SeenSeries => ({
      ...series,
      seenFrom: attendees[0]?.booking ?? null,
      isOwn: true,
    }),
    bookings: ({ attendees }: BookedSeries) => attendees.map((attendee) => ({ attendee })),
    missing: ({ gaps }: BookedSeries) => gaps,
  },
};
