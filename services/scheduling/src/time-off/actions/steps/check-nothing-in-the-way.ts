import type { Interval } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { BookingsInTheWay } from "../../domain/bookings-in-the-way.ts";

/**
 * Throws BookingsInTheWay when bookings or holds meet the time that the host blocks, unless the host keeps them. It
 * locks the host until the end of the transaction, so a booking and blocked time that come at once are one after the
 * other.
 */
export async function checkNothingInTheWay(
  { store, now }: Pick<Context, "store" | "now">,
  blocked: Interval & {
    readonly accountId: string;
    readonly organizationId: string;
    readonly keepsBookings: boolean;
  },
): Promise<void> {
  const { accountId, organizationId, keepsBookings } = blocked;
  await store.reservations.lockHosts([accountId]);
  if (keepsBookings) return;
  const taken = await store.reservations.takenBy({ hostId: accountId, during: blocked, now });
  if (taken.length === 0) return;
  // The ids of another organization's bookings stay secret.
  const here = taken.filter((each) => each.organizationId === organizationId);
  throw new BookingsInTheWay(here.flatMap(({ bookingId }) => bookingId ?? []));
}
