import { newId } from "@tidbok/domain";
import { AccountRegistered } from "@tidbok/events";
import type { Context } from "../../../context.ts";
import type { SignUpForm } from "../../domain/account.ts";
import { requestMail } from "./request-mail.ts";

type SignUp = {
  readonly email: string;
  readonly policyVersion: string;
  readonly form: SignUpForm;
};

/** Keeps a sign-up until its mail is read, within the caller's transaction; the id of the account that the address has now. */
export async function recordSignUp(
  context: Context,
  { email, policyVersion, form }: SignUp,
): Promise<string> {
  const { store, now } = context;
  const fresh = newId();
  const isNew =
    (await store.accounts.findCredential(email)) === null &&
    (await store.accounts.insert({ ...form, id: fresh, email, createdAt: now }));
  const known = isNew ? null : await store.accounts.findCredential(email);
  const accountId = known?.accountId ?? fresh;
  if (isNew) {
    const data = { accountId, policyVersion };
    const subject = { about: accountId, organizationId: null };
    await context.tell(AccountRegistered, subject, data);
  } else if (!known?.isEmailVerified) {
    await store.accounts.updateUnverified(accountId, form);
  }
  // A sign-up form must change nothing of an account with a proved address.
  const isProved = known?.isEmailVerified === true;
  await requestMail(
    context,
    isProved ? { accountId, kind: "ALREADY_REGISTERED" } : { accountId, kind: "SIGN_UP", form },
  );
  return accountId;
}
