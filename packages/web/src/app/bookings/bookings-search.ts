/** The lists of bookings, by their names in the address. */
export const lists = ["upcoming", "pending", "past", "cancelled"] as const;

/** One of the lists. */
export type BookingList = (typeof lists)[number];

/** What stands in the address of the list; without a name it is the upcoming ones. */
export type BookingsSearch = { readonly show?: BookingList };

/** Reads the address; what it does not know is left out. */
export function bookingsSearch(given: Record<string, unknown>): BookingsSearch {
  const show = lists.find((each) => each === given["show"]);
  return show ? { show } : {};
}
