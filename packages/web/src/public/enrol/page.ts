import { definePage } from "../../server/public-page.ts";
import type { EnrolWords } from "./words.en.ts";

/** `/enrol`: the first passkey of a support agent, by an operator's link. */
export const page = definePage<EnrolWords>({
  path: "/enrol",
  hasScript: true,
  title: (words) => `${words.heading} · Tidbok`,
});
