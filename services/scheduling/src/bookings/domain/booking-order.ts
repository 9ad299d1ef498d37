import type { Instant } from "@tidbok/domain";

/** The orders of a list of bookings. */
export const bookingOrders = ["NEWEST", "START", "START_LATEST"] as const;

/** The order of a list of bookings. */
export type BookingOrder = (typeof bookingOrders)[number];

/** The position in a list of bookings; the start is null when the order does not need it. */
export type BookingPosition = { readonly id: string; readonly start: Instant | null };

/** The position of a booking for a cursor. It names the order, so that the cursor is refused with another order. */
export function positionOf(
  order: BookingOrder,
  { id, start }: { readonly id: string; readonly start: Instant },
): readonly (string | number)[] {
  return order === "NEWEST" ? [id] : [id, order, start];
}

/** The position that a cursor names; null for a cursor of another order. */
export function positionAt(
  order: BookingOrder,
  cursor: readonly (string | number)[],
): BookingPosition | null {
  const [id, of = "NEWEST", start = null] = cursor;
  return typeof id === "string" && of === order && typeof start !== "string" ? { id, start } : null;
}
