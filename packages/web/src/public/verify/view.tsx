import { useState } from "react";
import { ButtonLink } from "../../components/button.tsx";
import { AfterLogIn } from "../../entry/after-log-in.tsx";
import { ask } from "../../entry/ask.ts";
import { CodeForm } from "../../entry/code-form.tsx";
import { EntryPage } from "../../entry/entry-page.tsx";
import { Form } from "../../entry/form.tsx";
import { goOn } from "../../entry/go-on.ts";
import { dropLinkSecret } from "../../entry/link-secret.ts";
import { MissingLink } from "../../entry/missing-link.tsx";
import { useLinkSecret } from "../../entry/use-link-secret.ts";
import { VerifyEmailDocument } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { VerifyWords } from "./words.en.ts";

/** `/verify`: proves the address by a press, since mail scanners open links; the first press logs in. */
export function View() {
  const words = useWords<VerifyWords>();
  const token = useLinkSecret();
  const [code, setCode] = useState<string | null>(null);
  const [isBefore, setIsBefore] = useState(false);
  if (token === null) return <MissingLink heading={words.heading} />;
  if (code !== null) {
    return (
      <EntryPage heading={words.codeHeading}>
        <CodeForm token={code} then={goOn} />
      </EntryPage>
    );
  }
  if (isBefore) {
    return (
      <EntryPage heading={words.before} lead={words.beforeLead}>
        <ButtonLink href="/log-in" look="primary">
          {words.entry.logIn}
        </ButtonLink>
      </EntryPage>
    );
  }
  async function verify(): Promise<void> {
    const input = { token: token ?? "", delivery: "COOKIE" } as const;
    const { account, secondStep } = (await ask(VerifyEmailDocument, { input })).data.verifyEmail;
    if (secondStep?.token) return setCode(secondStep.token);
    dropLinkSecret();
    // A person reads their own address; a later visit of the link is a visitor's, who may not.
    if (account?.email != null) goOn();
    else setIsBefore(true);
  }
  return (
    <EntryPage heading={words.heading} lead={words.lead}>
      <Form submit={words.confirm} send={verify} />
      <AfterLogIn />
    </EntryPage>
  );
}
