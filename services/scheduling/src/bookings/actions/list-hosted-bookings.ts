import type { Connection } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import { pageOfBookings, type BookingsPage } from "./steps/page-of-bookings.ts";

/** What the caller hosts in all organizations that they belong to now; null for who has no account. */
export async function listHostedBookings(
  context: Context,
  asked: BookingsPage,
): Promise<Connection<Booking> | null> {
  const { caller } = context;
  const isPerson = caller.kind === "account" || caller.kind === "client";
  const whose =
    isPerson && caller.accountId !== null
      ? {
          organizationIds: caller.memberships.map(({ organizationId }) => organizationId),
          hostIds: [caller.accountId],
        }
      : null;
  return pageOfBookings(context, { whose, asked });
}
