import { definePage } from "../../server/public-page.ts";
import type { NotFoundWords } from "./words.en.ts";

/** Answers in words for pages that do not exist. */
export const page = definePage<NotFoundWords>({
  path: null,
  hasScript: false,
  status: 404,
  title: (words) => words.heading,
});
