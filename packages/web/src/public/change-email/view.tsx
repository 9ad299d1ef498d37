import { useState } from "react";
import { ButtonLink } from "../../components/button.tsx";
import { ask } from "../../entry/ask.ts";
import { EntryPage } from "../../entry/entry-page.tsx";
import { Form } from "../../entry/form.tsx";
import { dropLinkSecret } from "../../entry/link-secret.ts";
import { MissingLink } from "../../entry/missing-link.tsx";
import { useLinkSecret } from "../../entry/use-link-secret.ts";
import { ConfirmEmailChangeDocument } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { ChangeEmailWords } from "./words.en.ts";

/** `/change-email`: one of two addresses agrees, by a press, since mail scanners open links. */
export function View() {
  const words = useWords<ChangeEmailWords>();
  const token = useLinkSecret();
  const [result, setResult] = useState<"agreed" | "changed" | null>(null);
  if (result !== null) {
    return (
      <EntryPage heading={words[result]} lead={words[`${result}Lead`]}>
        {result === "changed" && (
          <ButtonLink href="/log-in" look="primary">
            {words.entry.logIn}
          </ButtonLink>
        )}
      </EntryPage>
    );
  }
  if (token === null) return <MissingLink heading={words.heading} />;
  async function agree(): Promise<void> {
    const { data } = await ask(ConfirmEmailChangeDocument, { input: { token: token ?? "" } });
    dropLinkSecret();
    setResult(data.confirmEmailChange.isChanged ? "changed" : "agreed");
  }
  return (
    <EntryPage heading={words.heading} lead={words.lead}>
      <Form submit={words.agree} send={agree} />
    </EntryPage>
  );
}
