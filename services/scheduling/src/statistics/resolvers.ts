import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { summarizeBookings } from "./actions/summarize-bookings.ts";
import type { BookingStatistics, FiguresGroup } from "./domain/booking-statistics.ts";

export const resolvers: Resolvers<Context> = {
  BookingStatistics: {
    isTotalSuppressed: ({ total }: BookingStatistics) => total === null,
  },
  BookingFiguresGroup: {
    isSuppressed: ({ figures }: FiguresGroup) => figures === null,
    meetingType: ({ meetingTypeId }: FiguresGroup, _, { loaders }) =>
      meetingTypeId === null ? null : loaders.meetingType.load(meetingTypeId),
    host: ({ hostId }: FiguresGroup) => (hostId === null ? null : { id: hostId }),
  },
  Organization: {
    bookingStatistics: ({ id: organizationId }: Reference, given, context) =>
      summarizeBookings(context, { organizationId, given }),
  },
};

type Reference = { readonly id: string };
