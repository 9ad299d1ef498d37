import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { isGuessable, password } from "../domain/password.ts";
import { limitMails } from "./steps/limit-mails.ts";
import { recordSignUp } from "./steps/record-sign-up.ts";
import { requireAttestation } from "./steps/require-attestation.ts";

const schema = z
  .strictObject({
    name: input.line(120),
    email: input.email,
    password,
    timeZone: input.timeZone,
    locale: input.locale,
    isSixteenOrOlder: z.boolean(),
    acceptedPolicyVersion: z.string().max(40, "must have 40 characters at most"),
    idempotencyKey: input.idempotencyKey.nullish(),
  })
  .refine((form) => !isGuessable(form.password, form), {
    path: ["password"],
    message: "must not be a password that others would guess first",
    params: { code: "PASSWORD_GUESSABLE" },
  });

/**
 * Asks for an account. The caller learns nothing about the address: the same work is done and the
 * same is said whether it has an account, waits for verification, or got too many mails.
 */
export async function signUp(context: Context, given: unknown): Promise<void> {
  const valid = validate(schema, given);
  const policyVersion = await requireAttestation(context, valid);
  await limitMails(context);
  await context.steadily(() => ask(context, { ...valid, policyVersion }));
}

type Asked = z.output<typeof schema> & { readonly policyVersion: string };

async function ask(context: Context, asked: Asked): Promise<void> {
  const { store, limits, passwords } = context;
  const { name, email, timeZone, locale, policyVersion, idempotencyKey: key } = asked;
  const principal = store.fingerprintOf(email);
  const passwordHash = await passwords.hash(asked.password);
  if (!(await limits.isWithin("mail", principal))) return;
  const form = { name, timeZone, locale, passwordHash, elsewhere: null };
  await inTransaction(context, async (context) => {
    const work = () => recordSignUp(context, { email, policyVersion, form });
    if (!key) return void (await work());
    // The hash of a request is a fast one, so the password must not be in it.
    const request = { timeZone, locale, policyVersion };
    await context.store.once({ principal, operation: "signUp", key, request }, work);
  });
}
