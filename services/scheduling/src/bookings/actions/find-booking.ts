import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import { isId } from "../../schedules/domain/is-id.ts";
import { mayKnow } from "../domain/relation.ts";

/** The booking, or null where there is none that the caller may know of. */
export async function findBooking(context: Context, id: string): Promise<Booking | null> {
  if (!isId(id)) return null;
  const booking = await context.loaders.booking.load(id);
  return booking && mayKnow(context.caller, booking) ? booking : null;
}
