import type { Context } from "../../context.ts";
import { shownState, type Booking, type ShownState } from "../domain/booking.ts";

/** The shown state of a booking at the time of the request. */
export function stateOfBooking({ now }: Pick<Context, "now">, booking: Booking): ShownState {
  return shownState(booking, now);
}
