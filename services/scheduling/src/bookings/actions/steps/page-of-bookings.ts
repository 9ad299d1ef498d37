import { validate } from "@tidbok/domain";
import { connectionOf, pageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../../context.ts";
import type { Booking } from "../../domain/booking.ts";
import { bookingFilter } from "../../domain/booking-input.ts";
import { positionAt, positionOf, type BookingOrder } from "../../domain/booking-order.ts";

/** The arguments of a list of bookings. */
export type BookingsQuery = PageRequest & {
  readonly filter?: unknown;
  readonly orderBy?: BookingOrder | null;
};

/** The bookings that the caller may see. */
type Scope = {
  /** Of any of these organizations. */
  readonly organizationIds: readonly string[];
  /** Only bookings that all of these accounts host. */
  readonly hostIds: readonly string[];
};

/**
 * A page of the bookings in scope; null for a caller without a scope. Throws InvalidInput for a wrong filter, size or
 * cursor, whatever the scope is.
 */
export async function pageOfBookings(
  { cursors, now, store }: Pick<Context, "cursors" | "now" | "store">,
  { scope, query }: { readonly scope: Scope | null; readonly query: BookingsQuery },
): Promise<Connection<Booking> | null> {
  const filter = validate(bookingFilter, query.filter) ?? {};
  const order = query.orderBy ?? "NEWEST";
  const page = pageOf(query, { cursors, read: (cursor) => positionAt(order, cursor) });
  if (scope === null) return null;
  const rows = await store.bookings.list({
    organizationIds: scope.organizationIds,
    hostIds: [...scope.hostIds, ...(filter.hostId ? [filter.hostId] : [])],
    meetingTypeId: filter.meetingTypeId ?? null,
    occurrenceId: filter.occurrenceId ?? null,
    states: filter.states ?? null,
    startsAfter: filter.startsAfter ?? null,
    startsBefore: filter.startsBefore ?? null,
    isHostMissing: filter.isHostMissing ?? false,
    now,
    order,
    page,
  });
  return connectionOf(rows, { page, cursors, positionOf: (booking) => positionOf(order, booking) });
}
