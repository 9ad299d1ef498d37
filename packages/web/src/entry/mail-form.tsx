import { useState } from "react";
import { RequestLogInLinkDocument, RequestRecoveryDocument } from "../generated/graphql.ts";
import { useWords } from "../words/words-context.tsx";
import type { EntryWords } from "../words/entry.en.ts";
import { ask } from "./ask.ts";
import styles from "./entry-page.module.css";
import { Field } from "./field.tsx";
import { Form } from "./form.tsx";

type MailFormProps = {
  /** A link that logs in, or one that leads to a new password. */
  readonly purpose: "LINK" | "RECOVERY";
  readonly email?: string;
};

/** Asks for a mail with a link. What is said is the same whether or not the address has an account. */
export function MailForm({ purpose, email }: MailFormProps) {
  const { entry } = useWords<{ entry: EntryWords }>();
  const [isSent, setIsSent] = useState(false);
  if (isSent) {
    return (
      <p className={styles["done"]} role="status">
        {entry.mailUnderWay}
      </p>
    );
  }
  return (
    <Form
      submit={entry.mail[purpose]}
      send={async ({ email: typed = "" }) => {
        const input = { email: typed.trim() };
        if (purpose === "LINK") await ask(RequestLogInLinkDocument, { input });
        else await ask(RequestRecoveryDocument, { input });
        setIsSent(true);
      }}
    >
      <Field
        name="email"
        label={entry.email}
        type="email"
        autoComplete="username"
        defaultValue={email}
        required
      />
    </Form>
  );
}
