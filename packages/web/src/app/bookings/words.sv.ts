import type { BookingsWords } from "./words.en.ts";

/** What the list of bookings says. */
export const words: BookingsWords = {
  lists: {
    upcoming: "Kommande",
    pending: "Väntar på svar",
    past: "Tidigare",
    cancelled: "Avbokade",
  },
  listNames: "Listor",
  empty: "Det finns inga bokningar här.",
  zone: (city) => `Tider i ${city}`,
};
