import { InvalidInput, Unauthenticated, validate } from "@tidbok/domain";
import { SessionEnded } from "@tidbok/events";
import { z } from "zod";
import type { Context } from "../context.ts";
import type { Account } from "../domain/account.ts";
import { WrongPassword } from "../domain/log-in-errors.ts";
import { isGuessable, password, passwordAttempt } from "../domain/password.ts";
import { requireAccount } from "./require-account.ts";

const schema = z.strictObject({ currentPassword: passwordAttempt, newPassword: password });

/** Sets another password. Whoever else is logged in as this person is so no longer. */
export async function changePassword(context: Context, given: unknown): Promise<Account> {
  const { store, limits, passwords, loaders, now } = context;
  const { accountId, sessionId } = requireAccount(context.caller);
  const { currentPassword, newPassword } = validate(schema, given);
  const account = await loaders.account.load(accountId);
  if (account?.email == null) throw new Unauthenticated();
  if (isGuessable(newPassword, { email: account.email, name: account.name ?? "" })) {
    throw new InvalidInput([guessable]);
  }
  // A stolen session must not become a way to guess the password.
  await limits.take("log-in", store.fingerprintOf(account.email));
  const known = await store.accounts.findCredentialById(accountId);
  if (!(await passwords.matches(known?.passwordHash ?? null, currentPassword))) {
    throw new WrongPassword();
  }
  const passwordHash = await passwords.hash(newPassword);
  await store.transaction(async (inner) => {
    await inner.accounts.updatePassword(accountId, passwordHash);
    for (const ended of await inner.sessions.endOthers(accountId, { but: sessionId, at: now })) {
      const place = { aggregateId: ended, organizationId: null, occurredAt: now };
      await inner.outbox.append(SessionEnded, place, { sessionId: ended, accountId });
    }
  });
  return account;
}

const guessable = {
  path: "newPassword",
  code: "PASSWORD_GUESSABLE",
  message: "must not be a password that others would guess first",
};
