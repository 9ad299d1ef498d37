import type { Catalogues } from "../words/load-words.ts";
import type { BookingsWords } from "./words.en.ts";

/** What the list of bookings says. */
export const bookingsWords: Catalogues<BookingsWords> = {
  en: () => import("./words.en.ts"),
  sv: () => import("./words.sv.ts"),
};
