import type { Resolvers } from "@tidbok/service";
import { findBooking } from "../bookings/actions/find-booking.ts";
import type { Context } from "../context.ts";
import type { ImportedRow as Row } from "../imports/domain/booking-import.ts";

export const ImportedRow: Resolvers<Context>["ImportedRow"] = {
  startAt: ({ start }: Row) => start,
  booking: ({ bookingId }: Row, _, context) =>
    bookingId === null ? null : findBooking(context, bookingId),
};
