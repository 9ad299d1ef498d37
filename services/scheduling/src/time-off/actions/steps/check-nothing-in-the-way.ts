import type { Interval } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { BookingsInTheWay } from "../../domain/bookings-in-the-way.ts";

/**
 * Throws BookingsInTheWay when bookings or holds meet the time to block, unless they are to stay. For an admin it looks
 * at the admin's organization alone, so its answer tells nothing of the host's time in another. It
 * locks the host until the end of the transaction, so a booking and blocked time that come at once are one after the
 * other.
 */
export async function checkNothingInTheWay(
  { store, now }: Pick<Context, "store" | "now">,
  blocked: Interval & {
    readonly accountId: string;
    readonly organizationId: string;
    readonly isByHost: boolean;
    readonly keepsBookings: boolean;
  },
): Promise<void> {
  const { accountId, organizationId, isByHost, keepsBookings } = blocked;
  await store.reservations.lockHosts([accountId]);
  if (keepsBookings) return;
  const taken = await store.reservations.takenBy({
    hostId: accountId,
    organizationId: isByHost ? null : organizationId,
    during: blocked,
    now,
  });
  if (taken.length === 0) return;
  // The ids of another organization's bookings stay secret.
  const here = taken.filter((each) => each.organizationId === organizationId);
  throw new BookingsInTheWay(here.flatMap(({ bookingId }) => bookingId ?? []));
}
