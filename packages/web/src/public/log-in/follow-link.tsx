import { GraphError } from "@tidbok/client";
import { AfterLogIn } from "../../entry/after-log-in.tsx";
import { ask } from "../../entry/ask.ts";
import { EntryPage } from "../../entry/entry-page.tsx";
import { Form } from "../../entry/form.tsx";
import { goOn } from "../../entry/go-on.ts";
import { dropLinkSecret } from "../../entry/link-secret.ts";
import { LogInByLinkDocument } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { LogInWords } from "./words.en.ts";

type FollowLinkProps = {
  readonly token: string;
  readonly whenCode: (token: string) => void;
  /** Called where the link is used up or too old, for another way in. */
  readonly whenBad: (error: GraphError) => void;
};

/** Logs in by the link of a mail. A press, not the visit, uses it up: mail scanners open links, people press buttons. */
export function FollowLink({ token, whenCode, whenBad }: FollowLinkProps) {
  const words = useWords<LogInWords>();
  async function follow(): Promise<void> {
    try {
      const { data } = await ask(LogInByLinkDocument, { input: { token, delivery: "COOKIE" } });
      dropLinkSecret();
      const code = data.logInByLink.secondStep?.token;
      if (code) whenCode(code);
      else goOn();
    } catch (error) {
      if (!(error instanceof GraphError) || !error.code.startsWith("LINK_")) throw error;
      dropLinkSecret();
      whenBad(error);
    }
  }
  return (
    <EntryPage heading={words.entry.logIn} lead={words.linkLead}>
      <Form submit={words.entry.logIn} send={follow} />
      <AfterLogIn />
    </EntryPage>
  );
}
