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
  const { accountId, isProved, isNew } = await findOrInsert(context, { email, form });
  if (isNew) {
    const data = { accountId, policyVersion };
    const subject = { about: accountId, organizationId: null };
    await context.tell(AccountRegistered, subject, data);
  } else if (!isProved) {
    await context.store.accounts.updateUnverified(accountId, form);
  }
  // A sign-up form must change nothing of an account with a proved address.
  await requestMail(
    context,
    isProved ? { accountId, kind: "ALREADY_REGISTERED" } : { accountId, kind: "SIGN_UP", form },
  );
  return accountId;
}

/** The account of the address, locked, or a new one. Another sign-up can come, or the old one be deleted, in between. */
async function findOrInsert(
  { store, now }: Context,
  { email, form }: Pick<SignUp, "email" | "form">,
): Promise<{ readonly accountId: string; readonly isProved: boolean; readonly isNew: boolean }> {
  for (;;) {
    const known = await store.accountEmails.lock(email);
    if (known) {
      return { accountId: known.accountId, isProved: known.isEmailVerified, isNew: false };
    }
    const accountId = newId();
    const account = { ...form, id: accountId, email, createdAt: now };
    if (await store.accounts.insert(account)) return { accountId, isProved: false, isNew: true };
  }
}
