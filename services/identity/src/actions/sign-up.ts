import { input, newId, validate } from "@tidbok/domain";
import { AccountRegistered } from "@tidbok/events";
import { z } from "zod";
import type { Context } from "../context.ts";
import type { SignUpForm } from "../domain/account.ts";
import { isGuessable, password } from "../domain/password.ts";
import { AttestationRequired, PolicyVersionUnknown } from "../domain/sign-up-errors.ts";
import { limitMails } from "./limit-mails.ts";
import { requestMail } from "./request-mail.ts";

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
 * Asks for an account. Whoever calls learns nothing about the address: the same work is done and the
 * same is said whether it has an account, waits for verification, or got too many mails.
 */
export async function signUp(context: Context, given: unknown): Promise<void> {
  const { store, steadily, now } = context;
  const valid = validate(schema, given);
  if (!valid.isSixteenOrOlder) throw new AttestationRequired();
  const policyVersion = await store.policyVersions.findCurrent(now);
  if (policyVersion === null || policyVersion !== valid.acceptedPolicyVersion) {
    throw new PolicyVersionUnknown();
  }
  await limitMails(context);
  await steadily(() => ask(context, { ...valid, policyVersion }));
}

type Asked = z.output<typeof schema> & { readonly policyVersion: string };

async function ask(context: Context, asked: Asked): Promise<void> {
  const { store, limits, passwords } = context;
  const { name, email, timeZone, locale, policyVersion, idempotencyKey: key } = asked;
  const principal = store.fingerprintOf(email);
  const passwordHash = await passwords.hash(asked.password);
  if (!(await limits.isWithin("mail", principal))) return;
  const form = { name, timeZone, locale, passwordHash };
  await store.transaction(async (inner) => {
    const work = () => record({ ...context, store: inner }, { email, policyVersion, form });
    if (!key) return void (await work());
    // The hash of a request is a fast one, so the password must not be in it.
    const request = { timeZone, locale, policyVersion };
    await inner.once({ principal, operation: "signUp", key, request }, work);
  });
}

type SignUp = {
  readonly email: string;
  readonly policyVersion: string;
  readonly form: SignUpForm;
};

/** Returns the id of the account that the address has now. */
async function record(context: Context, { email, policyVersion, form }: SignUp): Promise<string> {
  const { store, now } = context;
  const fresh = newId();
  const isNew =
    (await store.accounts.findCredential(email)) === null &&
    (await store.accounts.insert({ ...form, id: fresh, email, createdAt: now }));
  const known = isNew ? null : await store.accounts.findCredential(email);
  const accountId = known?.accountId ?? fresh;
  if (isNew) {
    const data = { accountId, policyVersion };
    const place = { aggregateId: accountId, organizationId: null, occurredAt: now };
    await store.outbox.append(AccountRegistered, place, data);
  } else if (!known?.isEmailVerified) {
    await store.accounts.updateUnverified(accountId, form);
  }
  // What a stranger types must change nothing of an account that somebody has proved to be theirs.
  const isProved = known?.isEmailVerified === true;
  await requestMail(
    context,
    isProved ? { accountId, kind: "ALREADY_REGISTERED" } : { accountId, kind: "SIGN_UP", form },
  );
  return accountId;
}
