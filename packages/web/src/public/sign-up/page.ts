import { SignUpPageDocument, type SignUpPageQuery } from "../../generated/graphql.ts";
import { definePage } from "../../server/public-page.ts";
import type { SignUpWords } from "./words.en.ts";

/** What the sign-up shows: the policy in force. */
export type SignUpData = NonNullable<SignUpPageQuery["policy"]>;

/** `/sign-up`: an account for a person that wants to be booked. */
export const page = definePage<SignUpWords, SignUpData>({
  path: "/sign-up",
  hasScript: true,
  load: async (ask) => (await ask(SignUpPageDocument)).data.policy,
  title: (words) => `${words.entry.signUp} · Tidbok`,
});
