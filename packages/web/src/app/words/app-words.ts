import type { AppWords } from "./words.en.ts";
import type { Catalogues } from "./load-words.ts";

/** What all routes of the app say. */
export const appWords: Catalogues<AppWords> = {
  en: () => import("./words.en.ts"),
  sv: () => import("./words.sv.ts"),
};
