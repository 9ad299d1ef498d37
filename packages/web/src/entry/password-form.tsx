import type { ReactNode } from "react";
import { LogInDocument } from "../generated/graphql.ts";
import { useWords } from "../words/words-context.tsx";
import type { EntryWords } from "../words/entry.en.ts";
import { ask } from "./ask.ts";
import { Field } from "./field.tsx";
import { Form } from "./form.tsx";
import type { Problem } from "./problems-of.ts";

type PasswordFormProps = {
  readonly submit: string;
  /** Called once the browser has its session. */
  readonly then: () => void | Promise<void>;
  /** Called where a code is to be shown as well. */
  readonly whenCode: (token: string) => void;
  readonly earlier?: readonly Problem[];
  readonly children?: ReactNode;
};

/** The first step of a log-in: address and password, as password managers know them. */
export function PasswordForm({ submit, then, whenCode, earlier, children }: PasswordFormProps) {
  const { entry } = useWords<{ entry: EntryWords }>();
  return (
    <Form
      submit={submit}
      earlier={earlier ?? []}
      send={async ({ email = "", password = "" }) => {
        const input = { email: email.trim(), password, delivery: "COOKIE" } as const;
        const { data } = await ask(LogInDocument, { input });
        const token = data.logIn.secondStep?.token;
        if (token) whenCode(token);
        else await then();
      }}
    >
      <Field
        name="email"
        label={entry.email}
        type="email"
        autoComplete="username webauthn"
        required
      />
      <Field
        name="password"
        label={entry.password}
        type="password"
        autoComplete="current-password"
        required
      />
      {children}
    </Form>
  );
}
