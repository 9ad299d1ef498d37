import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import { isId } from "@tidbok/domain";
import { mayKnow } from "../domain/relation.ts";

/** The booking, or null when it does not exist or the caller may not know of it. */
export async function findBooking(context: Context, id: string): Promise<Booking | null> {
  if (!isId(id)) return null;
  const booking = await context.loaders.booking.load(id);
  return booking && mayKnow(context.caller, booking) ? booking : null;
}
