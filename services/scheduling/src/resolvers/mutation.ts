import type { Resolvers } from "@tidbok/service";
import { bookMeeting } from "../actions/book-meeting.ts";
import { cancelBooking } from "../actions/cancel-booking.ts";
import { createMeetingType } from "../actions/create-meeting-type.ts";
import { createSchedule } from "../actions/create-schedule.ts";
import { holdSlot } from "../actions/hold-slot.ts";
import { releaseHold } from "../actions/release-hold.ts";
import { rescheduleBooking } from "../actions/reschedule-booking.ts";
import { updateMeetingType } from "../actions/update-meeting-type.ts";
import { updateSchedule } from "../actions/update-schedule.ts";
import type { Context } from "../context.ts";

export const Mutation: Resolvers<Context>["Mutation"] = {
  createSchedule: (_, { input }, context) => createSchedule(context, input),
  updateSchedule: (_, { input }, context) => updateSchedule(context, input),
  createMeetingType: (_, { input }, context) => createMeetingType(context, input),
  updateMeetingType: (_, { input }, context) => updateMeetingType(context, input),
  holdSlot: (_, { input }, context) => holdSlot(context, input),
  releaseHold: (_, { input }, context) => releaseHold(context, input),
  bookMeeting: async (_, { input }, context) => ({ attendee: await bookMeeting(context, input) }),
  rescheduleBooking: (_, { input }, context) => rescheduleBooking(context, input),
  cancelBooking: (_, { input }, context) => cancelBooking(context, input),
};
