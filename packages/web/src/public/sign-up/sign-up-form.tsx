import { createAttempt, type TypedDocument } from "@tidbok/client";
import { useRef } from "react";
import { ask } from "../../entry/ask.ts";
import { Field, Tick } from "../../entry/field.tsx";
import { Form, type Values } from "../../entry/form.tsx";
import { SignUpDocument, type SignUpInput, type SignUpMutation } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { PolicySummary } from "./policy-summary.tsx";
import type { SignUpWords } from "./words.en.ts";
import { ZoneAndLanguage } from "./zone-and-language.tsx";

type Keyed = { readonly input: SignUpInput & { readonly idempotencyKey: string } };
type SignUpFormProps = {
  readonly policyVersion: string;
  /** Called with the address that the mail went to. */
  readonly then: (email: string) => void;
};

/** The form of a sign-up. A lost answer and a second press send no second mail. */
export function SignUpForm({ policyVersion, then }: SignUpFormProps) {
  const words = useWords<SignUpWords>();
  const attempt = useRef(
    createAttempt(ask, SignUpDocument as TypedDocument<SignUpMutation, Keyed>),
  );
  const send = async (values: Values) => {
    const input = inputOf(values, policyVersion);
    await attempt.current(input);
    then(input.email);
  };
  return (
    <Form submit={words.entry.signUp} send={send}>
      <Field name="name" label={words.name} hint={words.nameHint} autoComplete="name" required />
      <Field
        name="email"
        label={words.entry.email}
        hint={words.emailHint}
        type="email"
        autoComplete="username"
        required
      />
      <Field
        name="password"
        label={words.entry.password}
        hint={words.entry.passwordHint}
        type="password"
        autoComplete="new-password"
        minLength={12}
        required
      />
      <ZoneAndLanguage />
      <PolicySummary />
      <Tick name="isSixteenOrOlder" label={words.age} required />
      <Tick name="acceptedPolicyVersion" label={words.policy(policyVersion)} required />
    </Form>
  );
}

function inputOf(values: Values, policyVersion: string) {
  const { name = "", email = "", password = "", timeZone = "UTC", locale = "en" } = values;
  return {
    name: name.trim(),
    email: email.trim(),
    password,
    timeZone,
    locale,
    isSixteenOrOlder: values["isSixteenOrOlder"] === "yes",
    acceptedPolicyVersion: policyVersion,
  };
}
