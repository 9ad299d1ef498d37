import type { Context } from "../../context.ts";
import { shownState, type Booking, type ShownState } from "../domain/booking.ts";

/** What is told of a booking now. */
export function stateOfBooking({ now }: Pick<Context, "now">, booking: Booking): ShownState {
  return shownState(booking, now);
}
