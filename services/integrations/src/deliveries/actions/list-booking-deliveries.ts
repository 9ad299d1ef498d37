import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { maySeeDeliveries, maySeeGuestDeliveries } from "../domain/may-see-deliveries.ts";
import type { Delivery } from "../domain/delivery.ts";

type Asked = PageRequest & { readonly bookingId: string };

/** The booking's deliveries, newest first; null for a caller that neither hosts it nor is an owner or admin. */
export async function listBookingDeliveries(
  context: Context,
  { bookingId, ...asked }: Asked,
): Promise<Connection<Delivery> | null> {
  const booking = await context.loaders.booking.load(bookingId);
  if (!booking || !maySeeDeliveries(context.caller, booking)) return null;
  const page = idPageOf(asked, context.cursors);
  const { organizationId } = booking;
  const rows = await context.store.deliveries.list({
    organizationId,
    bookingId,
    includesGuests: maySeeGuestDeliveries(context.caller, booking),
    page,
  });
  return connectionOf(rows, { page, cursors: context.cursors, positionOf: ({ id }) => [id] });
}
