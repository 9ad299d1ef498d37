import { input, newId, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../context.ts";
import type { Account } from "../domain/account.ts";
import { EmailNotVerified, LoginFailed } from "../domain/log-in-errors.ts";
import { passwordAttempt } from "../domain/password.ts";
import { sessionLifetime, startSession } from "../domain/session.ts";
import { issueTokens, type Tokens } from "./issue-tokens.ts";

const schema = z.strictObject({
  email: input.email,
  password: passwordAttempt,
  delivery: z.enum(["COOKIE", "TOKENS"]),
});

/** Starts a session. Unknown addresses and wrong passwords cost the same time and get the same answer. */
export async function logIn(
  context: Context,
  given: unknown,
): Promise<{ readonly account: Account; readonly tokens: Tokens | null }> {
  const { store, limits, passwords, secrets, now } = context;
  const { email, password, delivery } = validate(schema, given);
  const who = store.fingerprintOf(email);
  // Counted before the check, so that parallel guesses find the limit too.
  await limits.take("log-in", who);
  const known = await store.accounts.findCredential(email);
  const isRight = await passwords.matches(known?.passwordHash ?? null, password);
  const account = known && isRight ? await context.loaders.account.load(known.accountId) : null;
  if (account === null) throw new LoginFailed();
  await limits.clear("log-in", who);
  if (!account.isEmailVerified) throw new EmailNotVerified();

  const session = startSession({ id: newId(), accountId: account.id, delivery }, now);
  if (delivery === "TOKENS") {
    const tokens = await store.transaction(async (inner) => {
      await inner.sessions.insert(session, null);
      return issueTokens({ ...context, store: inner }, session);
    });
    return { account, tokens };
  }
  const cookie = secrets.make();
  await store.sessions.insert(session, cookie.hash);
  // The gateway makes the cookie of it; the value stands in no answer that a script could read.
  context.extend("session", { cookie: cookie.text, maxAgeSeconds: sessionLifetime / 1000 });
  return { account, tokens: null };
}
