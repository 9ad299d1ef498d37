import type { Resolvers } from "@tidbok/service";
import { findBooking } from "../actions/find-booking.ts";
import { findMeetingType } from "../actions/find-meeting-type.ts";
import { findOwnBooking } from "../actions/find-own-booking.ts";
import type { Context } from "../context.ts";

export const Query: Resolvers<Context>["Query"] = {
  meetingType: (_, { id }, context) => findMeetingType(context, { id }),
  booking: (_, { id }, context) => findBooking(context, id),
  myBooking: (_, __, context) => findOwnBooking(context),
};
