import type { Resolvers } from "@tidbok/service";
import type { FiguresGroup } from "../statistics/actions/summarize-bookings.ts";
import type { Context } from "../context.ts";

export const BookingFiguresGroup: Resolvers<Context>["BookingFiguresGroup"] = {
  meetingType: ({ meetingTypeId }: FiguresGroup, _, { loaders }) =>
    meetingTypeId === null ? null : loaders.meetingType.load(meetingTypeId),
  host: ({ hostId }: FiguresGroup) => (hostId === null ? null : { id: hostId }),
};
