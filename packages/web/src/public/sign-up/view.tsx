import { useState } from "react";
import { EntryPage } from "../../entry/entry-page.tsx";
import { useWords } from "../../words/words-context.tsx";
import { LookIntoMail } from "./look-into-mail.tsx";
import type { SignUpData } from "./page.ts";
import { SignUpForm } from "./sign-up-form.tsx";
import type { SignUpWords } from "./words.en.ts";

/** `/sign-up`: who the person is, and what they agree to; then the mail with the link that logs in. */
export function View({ data }: { readonly data: SignUpData }) {
  const words = useWords<SignUpWords>();
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <EntryPage
      heading={sentTo === null ? words.entry.signUp : words.sentHeading}
      lead={sentTo === null ? words.lead : words.sent(sentTo)}
    >
      {sentTo !== null && <LookIntoMail email={sentTo} whenWrong={() => setSentTo(null)} />}
      {/* It stays, so that a wrong address is changed without typing all of it again. */}
      <div hidden={sentTo !== null}>
        <SignUpForm policyVersion={data.version} then={setSentTo} />
      </div>
      {sentTo === null && (
        <p>
          {words.hasAccount} <a href="/log-in">{words.entry.logIn}</a>
        </p>
      )}
    </EntryPage>
  );
}
