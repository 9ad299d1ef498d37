import { definePage } from "../../server/public-page.ts";
import type { VerifyWords } from "./words.en.ts";

/** `/verify`: the link of the mail that confirms an address. */
export const page = definePage<VerifyWords>({
  path: "/verify",
  hasScript: true,
  title: (words) => `${words.heading} · Tidbok`,
});
