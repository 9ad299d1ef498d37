import { definePage } from "../../server/public-page.ts";
import type { ManageWords } from "./words.en.ts";

/** What lies in the page: when it was made, for a browser's clock may be days off. */
export type ManageData = { readonly now: number };

/** `/manage#token`: a booking by its private link. The HTML holds nothing of it; the browser asks with the secret. */
export const page = definePage<ManageWords, ManageData>({
  path: "/manage",
  hasScript: true,
  load: (_, { now }) => Promise.resolve({ now }),
  title: (words) => words.title,
});
