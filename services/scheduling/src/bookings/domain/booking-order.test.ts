import { expect, test } from "vitest";
import { bookingOrders, positionAt, positionOf } from "./booking-order.ts";

const booking = { id: "01920000-0000-7000-8000-000000000001", start: 1_800_000_000_000 };

test.each(bookingOrders)("a cursor of %s leads back to its booking, in no other order", (order) => {
  const cursor = positionOf(order, booking);
  const { id, start } = positionAt(order, cursor) ?? {};
  expect({ id, start }).toEqual({ ...booking, ...(order === "NEWEST" && { start: null }) });
  for (const other of bookingOrders.filter((each) => each !== order)) {
    expect(positionAt(other, cursor)).toBeNull();
  }
});
