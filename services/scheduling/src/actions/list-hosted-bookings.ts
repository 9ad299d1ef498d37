import { validate } from "@tidbok/domain";
import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Booking } from "../domain/booking.ts";
import { bookingFilter } from "../domain/booking-input.ts";
import { placeBefore } from "./place-before.ts";

/** What the caller hosts in all organizations that they belong to now; null for who has no account. */
export async function listHostedBookings(
  context: Context,
  asked: PageRequest & { readonly filter?: unknown },
): Promise<Connection<Booking> | null> {
  const { caller, cursors, store } = context;
  const size = pageSize(asked.first);
  const filter = validate(bookingFilter, asked.filter);
  const isPerson = caller.kind === "account" || caller.kind === "client";
  if (!isPerson || caller.accountId === null) return null;
  const rows = await store.bookings.list({
    organizationIds: caller.memberships.map(({ organizationId }) => organizationId),
    hostIds: [caller.accountId, ...(filter?.hostId ? [filter.hostId] : [])],
    occurrenceId: filter?.occurrenceId ?? null,
    states: filter?.states ?? null,
    now: context.now,
    startsAfter: filter?.startsAfter ?? null,
    startsBefore: filter?.startsBefore ?? null,
    isHostMissing: filter?.isHostMissing ?? false,
    before: placeBefore(context, asked.after),
    limit: size + 1,
  });
  return connectionOf(rows, { size, cursors, placeOf: ({ id }) => [id] });
}
