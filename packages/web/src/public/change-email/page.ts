import { definePage } from "../../server/public-page.ts";
import type { ChangeEmailWords } from "./words.en.ts";

/** `/change-email`: the link of the mail about another address. */
export const page = definePage<ChangeEmailWords>({
  path: "/change-email",
  hasScript: true,
  title: (words) => `${words.heading} · Tidbok`,
});
