import type { Catalogues } from "../words/load-words.ts";
import type { AgendaWords } from "./words.en.ts";

/** What the agenda says. */
export const agendaWords: Catalogues<AgendaWords> = {
  en: () => import("./words.en.ts"),
  sv: () => import("./words.sv.ts"),
};
