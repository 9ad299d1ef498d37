import type { Resolvers } from "@tidbok/service";
import { findBooking } from "../bookings/actions/find-booking.ts";
import { findCalendarFeedCaller } from "../feeds/actions/find-calendar-feed-caller.ts";
import { findMeetingType } from "../meeting-types/actions/find-meeting-type.ts";
import { findOwnBooking } from "../bookings/actions/find-own-booking.ts";
import { findRoutingForm } from "../routing/actions/find-routing-form.ts";
import { listCalendarFeeds } from "../feeds/actions/list-calendar-feeds.ts";
import { listHostedBookings } from "../bookings/actions/list-hosted-bookings.ts";
import type { Context } from "../context.ts";

export const Query: Resolvers<Context>["Query"] = {
  meetingType: (_, { id }, context) => findMeetingType(context, { id }),
  routingForm: (_, { id }, context) => findRoutingForm(context, id),
  booking: (_, { id }, context) => findBooking(context, id),
  myBooking: (_, __, context) => findOwnBooking(context),
  hostedBookings: (_, asked, context) => listHostedBookings(context, asked),
  calendarFeeds: (_, __, context) => listCalendarFeeds(context),
  calendarFeedCaller: (_, { input }, context) => findCalendarFeedCaller(context, input),
};
