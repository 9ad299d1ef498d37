import { GraphError } from "@tidbok/client";
import { useState } from "react";
import { ButtonLink } from "../../components/button.tsx";
import { ask } from "../../entry/ask.ts";
import { CodeField } from "../../entry/code-form.tsx";
import { EntryPage } from "../../entry/entry-page.tsx";
import { Field } from "../../entry/field.tsx";
import { Form, type Values } from "../../entry/form.tsx";
import { dropLinkSecret } from "../../entry/link-secret.ts";
import { MailForm } from "../../entry/mail-form.tsx";
import { useLinkSecret } from "../../entry/use-link-secret.ts";
import { ResetPasswordDocument } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { RecoverWords } from "./words.en.ts";

/** `/recover`: a new password by the link of a mail; without a link a mail can be asked for. */
export function View() {
  const words = useWords<RecoverWords>();
  const token = useLinkSecret();
  const [isDone, setIsDone] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);
  if (isDone) {
    return (
      <EntryPage heading={words.done} lead={words.doneLead}>
        <ButtonLink href="/log-in" look="primary">
          {words.entry.logIn}
        </ButtonLink>
      </EntryPage>
    );
  }
  if (token === null) {
    return (
      <EntryPage heading={words.heading} lead={words.askLead}>
        <MailForm purpose="RECOVERY" />
      </EntryPage>
    );
  }
  async function choose({ newPassword = "", code = "" }: Values): Promise<void> {
    const input = { token: token ?? "", newPassword, code: code.trim() || null };
    try {
      await ask(ResetPasswordDocument, { input });
    } catch (error) {
      // Asked for only where log-ins of the account ask for a code.
      if (error instanceof GraphError && error.code === "SECOND_STEP_REQUIRED") setNeedsCode(true);
      throw error;
    }
    dropLinkSecret();
    setIsDone(true);
  }
  return (
    <EntryPage heading={words.heading} lead={words.lead}>
      <Form submit={words.choose} send={choose}>
        <Field
          name="newPassword"
          label={words.entry.newPassword}
          hint={words.entry.passwordHint}
          type="password"
          autoComplete="new-password"
          minLength={12}
          required
        />
        {needsCode && <CodeField />}
      </Form>
    </EntryPage>
  );
}
