import { Forbidden } from "@tidbok/domain";
import type { Context } from "../context.ts";
import { isActive, type Booking, type BookingParty } from "../domain/booking.ts";
import type { extents } from "../domain/occurrence.ts";

/** All bookings that a change is about: the one that is named and locked, or with it all others of its meeting. */
export async function lockExtent(
  { store, now }: Pick<Context, "store" | "now">,
  change: {
    readonly booking: Booking;
    readonly by: BookingParty;
    readonly extent: (typeof extents)[number];
  },
): Promise<readonly Booking[]> {
  const { booking, by, extent } = change;
  if (extent === "BOOKING") return [booking];
  if (by === "ATTENDEE") throw new Forbidden("This is for a host or an admin to do.");
  // From now on nobody joins the meeting.
  await store.reservations.lockHosts(booking.hostIds);
  const all = await store.bookings.lockWholeOccurrence(booking.id);
  return all.filter((each) => isActive(each, now));
}
