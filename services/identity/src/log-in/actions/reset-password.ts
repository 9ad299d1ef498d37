import { InvalidInput, validate } from "@tidbok/domain";
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

/** Replaces a forgotten password, once per link. It logs nobody in, and whoever was logged in is so no longer. */
export async function resetPassword(context: Context, given: unknown): Promise<Account> {
  const { store, loaders, passwords, now } = context;
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
  await store.transaction(async (inner) => {
    if (!(await inner.verifications.useOnce(id, now))) throw new LinkInvalid();
    // Whoever reads the mail has shown one of the two things that a log-in asks of this person.
    await showCodeIfAsked({ ...context, store: inner }, { accountId, typed });
    await setPassword({ ...context, store: inner }, { accountId, passwordHash, but: null });
    // Whoever knew the forgotten password may have let something in.
    await endAccessesOf({ ...context, store: inner }, accountId);
  });
  // Whoever guessed before has not kept the owner out: the mail was theirs.
  await forgiveLogIn(context, account.email);
  return account;
}
