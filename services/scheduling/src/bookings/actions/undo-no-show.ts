import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import { changeNoShow } from "./steps/change-no-show.ts";

/** Takes back the note that the attendee of a booking did not come. */
export function undoNoShow(context: Context, given: unknown): Promise<Booking> {
  return changeNoShow(context, { given, isNoShow: false });
}
