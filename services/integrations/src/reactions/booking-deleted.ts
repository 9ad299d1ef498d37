import { defineReaction, BookingDeleted } from "@tidbok/events";
import { forgetBooking } from "../deliveries/actions/forget-booking.ts";
import type { Context } from "../context.ts";

export const onBookingDeleted = defineReaction(BookingDeleted, (context: Context, { data }) =>
  forgetBooking(context, data.bookingId),
);
