import { definePage } from "../../server/public-page.ts";
import type { RecoverWords } from "./words.en.ts";

/** `/recover`: a new password, by the link of a mail; without a link the page mails one. */
export const page = definePage<RecoverWords>({
  path: "/recover",
  hasScript: true,
  title: (words) => `${words.heading} · Tidbok`,
});
