import { Forbidden, NotFound, type Caller } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { Booking, BookingParty } from "../../domain/booking.ts";
import { partyOf } from "../../domain/relation.ts";

/** The booking, for the side that may say yes and no to it. */
export async function lockToAnswer(
  store: Context["store"],
  { bookingId, caller }: { readonly bookingId: string; readonly caller: Caller },
): Promise<{ readonly booking: Booking; readonly by: Exclude<BookingParty, "ATTENDEE"> }> {
  const booking = await store.bookings.lock(bookingId);
  const by = booking && partyOf(caller, booking);
  if (!booking || !by) throw new NotFound("booking");
  if (by === "ATTENDEE") throw new Forbidden("This is for a host or an admin to do.");
  return { booking, by };
}
