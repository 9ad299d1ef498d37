import { definePage } from "../../server/public-page.ts";
import type { UnavailableWords } from "./words.en.ts";

/** Answers in words for pages that cannot be shown now. */
export const page = definePage<UnavailableWords>({
  path: null,
  hasScript: false,
  status: 503,
  title: (words) => words.heading,
});
