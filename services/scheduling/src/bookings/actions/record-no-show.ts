import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import { changeNoShow } from "./steps/change-no-show.ts";

/** Notes that the attendee of a booking did not come. */
export function recordNoShow(context: Context, given: unknown): Promise<Booking> {
  return changeNoShow(context, { given, isNoShow: true });
}
