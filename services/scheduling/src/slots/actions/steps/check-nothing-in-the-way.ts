import type { Context } from "../../../context.ts";
import type { BlockedTime } from "../../../time-off/domain/blocked-time.ts";
import { BookingsInTheWay } from "../../../time-off/domain/bookings-in-the-way.ts";

/**
 * Throws BookingsInTheWay unless they shall stay. Until the end of the transaction nobody books the
 * host, so that a booking and blocked time that come at once are one after the other.
 */
export async function checkNothingInTheWay(
  { store, now }: Pick<Context, "store" | "now">,
  blocked: BlockedTime & { readonly keepsBookings: boolean },
): Promise<void> {
  const { accountId, organizationId, keepsBookings } = blocked;
  await store.reservations.lockHosts([accountId]);
  if (keepsBookings) return;
  const taken = await store.reservations.takenBy({ hostId: accountId, during: blocked, now });
  if (taken.length === 0) return;
  // What is booked elsewhere is told to nobody here.
  const here = taken.filter((each) => each.organizationId === organizationId);
  throw new BookingsInTheWay(here.flatMap(({ bookingId }) => bookingId ?? []));
}
