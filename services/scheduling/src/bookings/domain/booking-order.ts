import { InvalidInput, type Instant } from "@tidbok/domain";

/** In which order bookings are listed. */
export const bookingOrders = ["NEWEST", "START", "START_LATEST"] as const;

/** One of them. */
export type BookingOrder = (typeof bookingOrders)[number];

/** Where a list of bookings goes on; the start is null where the order does not look at it. */
export type BookingPlace = { readonly id: string; readonly start: Instant | null };

/** What a cursor holds of a booking, so that it is good for its own order only. */
export function placeIn(
  order: BookingOrder,
  { id, start }: { readonly id: string; readonly start: Instant },
): readonly (string | number)[] {
  return order === "NEWEST" ? [id] : [id, order, start];
}

/** The place that a cursor names. Throws InvalidInput for one of another order. */
export function placeAt(
  order: BookingOrder,
  cursor: readonly (string | number)[] | null,
): BookingPlace | null {
  if (cursor === null) return null;
  const [id, of = "NEWEST", start = null] = cursor;
  if (typeof id === "string" && of === order && typeof start !== "string") return { id, start };
  const message = "must be a cursor from an earlier page of the same list";
  throw new InvalidInput([{ path: "after", code: "INVALID_CURSOR", message }]);
}
