import { GraphError } from "@tidbok/client";
import { LogInPageDocument, type LogInPageQuery } from "../../generated/graphql.ts";
import { definePage } from "../../server/public-page.ts";
import type { LogInWords } from "./words.en.ts";

/** What the log-in page shows. */
export type LogInData = Pick<LogInPageQuery, "logInProviders">;

/** `/log-in`: by password, code, passkey, a mailed link or an account elsewhere. */
export const page = definePage<LogInWords, LogInData>({
  path: "/log-in",
  hasScript: true,
  load: async (ask) => {
    try {
      return (await ask(LogInPageDocument)).data;
    } catch (error) {
      // The page stays: what fails is told when a person tries to log in.
      if (error instanceof GraphError) return { logInProviders: [] };
      throw error;
    }
  },
  title: (words) => `${words.entry.logIn} · Tidbok`,
});
