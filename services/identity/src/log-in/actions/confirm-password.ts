import { Unauthenticated, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { WrongPassword } from "../../accounts/domain/log-in-errors.ts";
import { passwordAttempt } from "../../accounts/domain/password.ts";
import type { Session } from "../../sessions/domain/session.ts";
import { forgiveLogIn, limitLogIn } from "./steps/limit-log-in.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";
import { codeAttempt, showCodeIfAsked } from "../../second-step/actions/steps/show-code.ts";

const schema = z.strictObject({ password: passwordAttempt, code: codeAttempt.nullish() });

/** Makes the caller's session fresh again, without starting another one. */
export async function confirmPassword(context: Context, given: unknown): Promise<Session> {
  const { store, passwords, loaders, now } = context;
  const { accountId, sessionId } = requireAccount(context.caller);
  const { password, code: typed } = validate(schema, given);
  const account = await loaders.account.load(accountId);
  const session = await store.sessions.find(sessionId);
  if (account?.email == null || session?.accountId !== accountId) throw new Unauthenticated();
  // A stolen session must not become a way to guess the password.
  await limitLogIn(context, account.email);
  const known = await store.accounts.findCredentialById(accountId);
  if (!(await passwords.matches(known?.passwordHash ?? null, password))) throw new WrongPassword();
  await forgiveLogIn(context, account.email);
  await inTransaction(context, async (context) => {
    await showCodeIfAsked(context, { accountId, typed });
    const isOpen = await context.store.sessions.authenticate(sessionId, now);
    if (!isOpen) throw new Unauthenticated();
  });
  return { ...session, authenticatedAt: now };
}
