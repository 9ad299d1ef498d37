import type { Catalogues } from "../words/load-words.ts";
import type { BookingWords } from "./words.en.ts";

/** What the page of a booking says. */
export const bookingWords: Catalogues<BookingWords> = {
  en: () => import("./words.en.ts"),
  sv: () => import("./words.sv.ts"),
};
