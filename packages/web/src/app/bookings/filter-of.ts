import type { BookingsPageQueryVariables } from "../../generated/graphql.ts";
import type { BookingList } from "./bookings-search.ts";

type Asked = Pick<BookingsPageQueryVariables, "filter" | "orderBy">;

/** What the graph is asked for a list, and in which order. */
export function filterOf(list: BookingList, now: string): Asked {
  if (list === "pending") return { orderBy: "START", filter: { states: ["PENDING"] } };
  if (list === "cancelled") {
    return { orderBy: "START_LATEST", filter: { states: ["CANCELLED", "DECLINED"] } };
  }
  if (list === "past") {
    const states = ["CONFIRMED", "COMPLETED", "NO_SHOW"] as const;
    return { orderBy: "START_LATEST", filter: { startsBefore: now, states } };
  }
  return { orderBy: "START", filter: { startsAfter: now, states: ["PENDING", "CONFIRMED"] } };
}
