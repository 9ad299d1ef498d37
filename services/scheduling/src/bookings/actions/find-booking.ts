import { isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { type Booking, shownState, type ShownState } from "../domain/booking.ts";
import { publishedLocation, type Location } from "../../meeting-types/domain/meeting-type.ts";
import { mayKnow, partyOf } from "../domain/relation.ts";

/** The booking, or null when it does not exist or the caller may not know of it. */
export async function findBooking(context: Context, id: string): Promise<Booking | null> {
  if (!isId(id)) return null;
  const booking = await context.loaders.booking.load(id);
  return booking && mayKnow(context.caller, booking) ? booking : null;
}

/** The booking of the caller's manage link, or null. */
export async function findOwnBooking(context: Context): Promise<Booking | null> {
  return context.caller.kind === "attendee" ? findBooking(context, context.caller.bookingId) : null;
}

/** Where the meeting is. Only its hosts and admins learn the address of an online room before and after the booking stands. */
export function locationOfBooking({ caller }: Pick<Context, "caller">, booking: Booking): Location {
  const party = partyOf(caller, booking);
  const seesAll = booking.state === "CONFIRMED" || party === "HOST" || party === "ADMIN";
  return seesAll ? booking.location : publishedLocation(booking.location);
}

/** The shown state of a booking at the time of the request. */
export function stateOfBooking({ now }: Pick<Context, "now">, booking: Booking): ShownState {
  return shownState(booking, now);
}
