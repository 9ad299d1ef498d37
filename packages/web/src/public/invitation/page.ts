import { definePage } from "../../server/public-page.ts";
import type { InvitationWords } from "./words.en.ts";

/** `/invitation`: the link of the mail that invites a person to an organization. */
export const page = definePage<InvitationWords>({
  path: "/invitation",
  hasScript: true,
  title: (words) => `${words.heading} · Tidbok`,
});
