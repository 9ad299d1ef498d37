import { validate } from "@tidbok/domain";
import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../../context.ts";
import type { Booking } from "../../domain/booking.ts";
import { bookingFilter } from "../../domain/booking-input.ts";
import { placeAt, placeIn, type BookingOrder } from "../../domain/booking-order.ts";

/** A list of bookings as it is asked for. */
export type BookingsPage = PageRequest & {
  readonly filter?: unknown;
  readonly orderBy?: BookingOrder | null;
};

type Whose = {
  /** Of any of these organizations. */
  readonly organizationIds: readonly string[];
  /** Only what all of these accounts host. */
  readonly hostIds: readonly string[];
};

/** A page of these bookings. Refuses a filter, a size or a cursor that is wrong, whoever asks: give it null for who sees none. */
export async function pageOfBookings(
  { cursors, now, store }: Pick<Context, "cursors" | "now" | "store">,
  { whose, asked }: { readonly whose: Whose | null; readonly asked: BookingsPage },
): Promise<Connection<Booking> | null> {
  const size = pageSize(asked.first);
  const filter = validate(bookingFilter, asked.filter) ?? {};
  const order = asked.orderBy ?? "NEWEST";
  const after = placeAt(order, cursors.decode(asked.after));
  if (whose === null) return null;
  const rows = await store.bookings.list({
    organizationIds: whose.organizationIds,
    hostIds: [...whose.hostIds, ...(filter.hostId ? [filter.hostId] : [])],
    meetingTypeId: filter.meetingTypeId ?? null,
    occurrenceId: filter.occurrenceId ?? null,
    states: filter.states ?? null,
    startsAfter: filter.startsAfter ?? null,
    startsBefore: filter.startsBefore ?? null,
    isHostMissing: filter.isHostMissing ?? false,
    ...{ now, order, after, limit: size + 1 },
  });
  return connectionOf(rows, { size, cursors, placeOf: (booking) => placeIn(order, booking) });
}
