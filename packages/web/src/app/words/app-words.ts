import type { AppWords } from "./app.en.ts";
import type { Catalogues } from "./load-words.ts";

/** What all routes of the app say. */
export const appWords: Catalogues<AppWords> = {
  en: () => import("./app.en.ts"),
  sv: () => import("./app.sv.ts"),
};
