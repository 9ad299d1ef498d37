import {
  connectionOf,
  idAfter,
  pageSize,
  type Connection,
  type PageRequest,
} from "@tidbok/service";
import type { Context } from "../../context.ts";
import { maySeeDeliveries, maySeeGuestDeliveries } from "../domain/may-see-deliveries.ts";
import type { Delivery } from "../domain/delivery.ts";

type Asked = PageRequest & { readonly bookingId: string };

/** The booking's deliveries, newest first; null for a caller that neither hosts it nor is an owner or admin. */
export async function listBookingDeliveries(
  context: Context,
  { bookingId, ...page }: Asked,
): Promise<Connection<Delivery> | null> {
  const booking = await context.loaders.booking.load(bookingId);
  if (!booking || !maySeeDeliveries(context.caller, booking)) return null;
  const size = pageSize(page.first);
  const { organizationId } = booking;
  const rows = await context.store.deliveries.list({
    organizationId,
    bookingId,
    includesGuests: maySeeGuestDeliveries(context.caller, booking),
    after: idAfter(context.cursors, page.after),
    size,
  });
  return connectionOf(rows, { size, cursors: context.cursors, positionOf: ({ id }) => [id] });
}
