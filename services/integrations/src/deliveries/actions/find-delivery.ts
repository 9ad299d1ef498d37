import { isAdministrator, isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Delivery } from "../domain/delivery.ts";
import { maySeeDeliveries, maySeeGuestDeliveries } from "../domain/may-see-deliveries.ts";

/** The delivery, where the caller sees it in a list of the organization or of the booking; null otherwise. */
export async function findDelivery(
  { caller, loaders, store }: Context,
  id: string,
): Promise<Delivery | null> {
  const delivery = isId(id) ? await store.deliveries.find(id) : null;
  if (delivery === null) return null;
  const { bookingId, organizationId, recipient } = delivery;
  const isToGuest = recipient.kind === "GUEST";
  if (organizationId !== null && isAdministrator(caller, organizationId) && !isToGuest) {
    return delivery;
  }
  const booking = bookingId === null ? null : await loaders.booking.load(bookingId);
  if (!booking || !maySeeDeliveries(caller, booking)) return null;
  return isToGuest && !maySeeGuestDeliveries(caller, booking) ? null : delivery;
}
