import { Forbidden } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { extents } from "../../domain/booking-input.ts";
import { isActive, type Booking, type BookingParty } from "../../domain/booking.ts";
import { partyOf } from "../../domain/relation.ts";

/** All bookings that a change is about, locked: the named one alone, or with others of its meeting or series. */
export async function lockExtent(
  { store, caller, now }: Pick<Context, "store" | "caller" | "now">,
  change: {
    readonly booking: Booking;
    readonly by: BookingParty;
    readonly extent: (typeof extents)[number] | "FOLLOWING";
  },
): Promise<readonly Booking[]> {
  const { booking, by, extent } = change;
  if (extent === "BOOKING") return [booking];
  if (extent === "FOLLOWING") {
    if (booking.seriesId === null) return [booking];
    const following = await store.series.lockFollowing(booking.seriesId, booking.start);
    // One person attends the whole series, but in round robin a host may host a part of it.
    const isTheirs = (each: Booking) => by === "ATTENDEE" || partyOf(caller, each) !== null;
    return following.filter((each) => isActive(each, now) && isTheirs(each));
  }
  if (by === "ATTENDEE") throw new Forbidden("Only a host or an admin may do this.");
  // From now on no other booking joins the meeting.
  await store.reservations.lockHosts(booking.hostIds);
  const all = await store.bookings.lockWholeOccurrence(booking.id);
  return all.filter((each) => isActive(each, now));
}
