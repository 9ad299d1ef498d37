import { InvalidInput, Unauthenticated, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Account } from "../../accounts/domain/account.ts";
import { WrongPassword } from "../../accounts/domain/log-in-errors.ts";
import {
  guessable,
  isGuessable,
  password,
  passwordAttempt,
} from "../../accounts/domain/password.ts";
import { endAccessesOf } from "../../grants/actions/steps/end-accesses-of.ts";
import { limitLogIn } from "./steps/limit-log-in.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";
import { setPassword } from "./steps/set-password.ts";

const schema = z.strictObject({
  currentPassword: passwordAttempt,
  newPassword: password,
  endsAccesses: z.boolean().default(false),
});

/**
 * Replaces the caller's password. It ends all other sessions of the account, and the access of apps and personal tokens
 * if the caller asks for that.
 */
export async function changePassword(context: Context, given: unknown): Promise<Account> {
  const { store, passwords, loaders } = context;
  const { accountId, sessionId } = requireFreshAccount(context.caller);
  const { currentPassword, newPassword, endsAccesses } = validate(schema, given);
  const account = await loaders.account.load(accountId);
  if (account?.email == null) throw new Unauthenticated();
  if (isGuessable(newPassword, { email: account.email, name: account.name ?? "" })) {
    throw new InvalidInput([guessable("newPassword")]);
  }
  // A stolen session must not become a way to guess the password.
  await limitLogIn(context, account.email);
  const known = await store.accounts.findCredentialById(accountId);
  if (!(await passwords.matches(known?.passwordHash ?? null, currentPassword))) {
    throw new WrongPassword();
  }
  const passwordHash = await passwords.hash(newPassword);
  await inTransaction(context, async (context) => {
    const { accounts } = context.store;
    if (!(await accounts.lock(accountId))) throw new Unauthenticated();
    // Another change at the same time was first: what the caller showed is the password no more.
    const now = await accounts.findCredentialById(accountId);
    if (now?.passwordHash !== known?.passwordHash) throw new WrongPassword();
    await setPassword(context, { accountId, passwordHash, but: sessionId });
    if (endsAccesses) await endAccessesOf(context, accountId);
  });
  return account;
}
