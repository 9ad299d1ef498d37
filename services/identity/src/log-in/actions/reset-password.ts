import { InvalidInput, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Account } from "../../accounts/domain/account.ts";
import { LinkInvalid } from "../../accounts/domain/link-errors.ts";
import { guessable, isGuessable, password } from "../../accounts/domain/password.ts";
import { endAccessesOf } from "../../grants/actions/steps/end-accesses-of.ts";
import { forgiveLogIn } from "./steps/limit-log-in.ts";
import { readLink } from "../../accounts/actions/steps/read-link.ts";
import { setPassword } from "./steps/set-password.ts";
import { codeAttempt, showCodeIfAsked } from "../../second-step/actions/steps/show-code.ts";

const schema = z.strictObject({
  token: z.string().max(200, "must have 200 characters at most"),
  newPassword: password,
  code: codeAttempt.nullish(),
});

/** Replaces a forgotten password, once per link. It starts no session, and ends all that there are. */
export async function resetPassword(context: Context, given: unknown): Promise<Account> {
  const { loaders, passwords, now } = context;
  const { token, newPassword, code: typed } = validate(schema, given);
  const { id, accountId, usedAt } = await readLink(context, {
    code: token,
    as: "recover",
    kinds: ["RECOVERY"],
  });
  const account = await loaders.account.load(accountId);
  if (usedAt !== null || account?.email == null) throw new LinkInvalid();
  if (isGuessable(newPassword, { email: account.email, name: account.name ?? "" })) {
    throw new InvalidInput([guessable("newPassword")]);
  }
  const passwordHash = await passwords.hash(newPassword);
  await inTransaction(context, async (context) => {
    if (!(await context.store.accounts.lock(accountId))) throw new LinkInvalid();
    if (!(await context.store.verifications.useOnce(id, now))) throw new LinkInvalid();
    // The mail was the first step of two, so a person who wants codes shows one here as well.
    await showCodeIfAsked(context, { accountId, typed });
    await setPassword(context, { accountId, passwordHash, but: null });
    // A thief of the old password may have given apps access.
    await endAccessesOf(context, accountId);
  });
  // The link proves that this is the account's owner, so earlier wrong guesses no longer lock the account.
  await forgiveLogIn(context, account.email);
  return account;
}
