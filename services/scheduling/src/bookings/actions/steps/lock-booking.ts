import { Forbidden, NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { Booking, BookingParty } from "../../domain/booking.ts";
import { partyOf } from "../../domain/relation.ts";

type Needed = Pick<Context, "store" | "caller">;

/** The booking, locked until the transaction ends, and the caller's side of it. Throws NotFound for a stranger. */
export async function lockBooking(
  { store, caller }: Needed,
  bookingId: string,
): Promise<{ readonly booking: Booking; readonly by: BookingParty }> {
  const booking = await store.bookings.lock(bookingId);
  const by = booking && partyOf(caller, booking);
  if (!booking || !by) throw new NotFound("booking");
  return { booking, by };
}

/** The same, for what only the side of the hosts may do. Throws Forbidden for an attendee. */
export async function lockAsHost(
  context: Needed,
  bookingId: string,
): Promise<{ readonly booking: Booking; readonly by: Exclude<BookingParty, "ATTENDEE"> }> {
  const { booking, by } = await lockBooking(context, bookingId);
  if (by === "ATTENDEE") throw new Forbidden("Only a host or an admin may do this.");
  return { booking, by };
}
