import { definePage } from "../../server/public-page.ts";
import type { HomeWords } from "./words.en.ts";

/** `/`: what this is. */
export const page = definePage<HomeWords>({
  path: "/",
  hasScript: false,
  title: (words) => words.title,
});
