import type { BookingList } from "./bookings-search.ts";

/** What the list of bookings says. */
export const words = {
  lists: {
    upcoming: "Upcoming",
    pending: "Waiting for an answer",
    past: "Past",
    cancelled: "Cancelled",
  } as Readonly<Record<BookingList, string>>,
  listNames: "Lists",
  empty: "There are no bookings here.",
  zone: (city: string) => `Times in ${city}`,
};

/** The texts that every language must have. */
export type BookingsWords = typeof words;
