import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import { findBooking } from "./find-booking.ts";

/** The booking of the caller's manage link, or null. */
export async function findOwnBooking(context: Context): Promise<Booking | null> {
  return context.caller.kind === "attendee" ? findBooking(context, context.caller.bookingId) : null;
}
