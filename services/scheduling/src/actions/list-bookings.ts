import { isMemberOf, validate } from "@tidbok/domain";
import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Booking } from "../domain/booking.ts";
import { bookingFilter } from "../domain/booking-input.ts";
import { isAdministrator } from "../domain/relation.ts";
import { placeBefore } from "./place-before.ts";

/** The organization's bookings that the caller may know of; null for who does not belong to it. */
export async function listBookings(
  context: Context,
  asked: PageRequest & { readonly organizationId: string; readonly filter?: unknown },
): Promise<Connection<Booking> | null> {
  const { caller, cursors, store } = context;
  const { organizationId } = asked;
  const size = pageSize(asked.first);
  const filter = validate(bookingFilter, asked.filter);
  if (caller.kind !== "service" && !isMemberOf(caller, organizationId)) return null;
  const seesAll = caller.kind === "service" || isAdministrator(caller, organizationId);
  const own = "accountId" in caller ? caller.accountId : null;
  if (!seesAll && own === null) return null;
  const rows = await store.bookings.list({
    organizationIds: [organizationId],
    hostIds: [...(filter?.hostId ? [filter.hostId] : []), ...(seesAll || !own ? [] : [own])],
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
