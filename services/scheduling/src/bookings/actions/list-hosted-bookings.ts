import type { Connection } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import { pageOfBookings, type BookingsQuery } from "./steps/page-of-bookings.ts";

/** The bookings that the caller hosts, in all its current organizations; null for a caller without an account. */
export async function listHostedBookings(
  context: Context,
  query: BookingsQuery,
): Promise<Connection<Booking> | null> {
  const { caller } = context;
  const isPerson = caller.kind === "account" || caller.kind === "client";
  const scope =
    isPerson && caller.accountId !== null
      ? {
          organizationIds: caller.memberships.map(({ organizationId }) => organizationId),
          hostIds: [caller.accountId],
        }
      : null;
  return pageOfBookings(context, { scope, query });
}
