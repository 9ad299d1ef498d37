import type { Resolvers } from "@tidbok/service";
import { stateOfBookingLink } from "../booking-links/actions/state-of-booking-link.ts";
import type { Context } from "../context.ts";
import type { BookingLink as Row } from "../booking-links/domain/booking-link.ts";

export const BookingLink: Resolvers<Context>["BookingLink"] = {
  state: (link: Row, _, context) => stateOfBookingLink(context, link),
  meetingType: ({ meetingTypeId }: Row, _, { loaders }) => loaders.meetingType.load(meetingTypeId),
  createdBy: ({ createdBy }: Row) => ({ id: createdBy }),
};
