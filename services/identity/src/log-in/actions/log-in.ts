import { input, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { EmailNotVerified, LoginFailed } from "../../accounts/domain/log-in-errors.ts";
import { passwordAttempt } from "../../accounts/domain/password.ts";
import { beginSession, type LoggedIn } from "./steps/begin-session.ts";
import { forgiveLogIn, limitLogIn } from "./steps/limit-log-in.ts";

const schema = z.strictObject({
  email: input.email,
  password: passwordAttempt,
  delivery: z.enum(["COOKIE", "TOKENS"]),
});

/** Starts a session. An unknown address and a wrong password take the same time and get the same answer. */
export async function logIn(context: Context, given: unknown): Promise<LoggedIn> {
  const { store, passwords } = context;
  const { email, password, delivery } = validate(schema, given);
  await limitLogIn(context, email);
  const known = await store.accounts.findCredential(email);
  const isRight = await passwords.matches(known?.passwordHash ?? null, password);
  const account = known && isRight ? await context.loaders.account.load(known.accountId) : null;
  if (account === null) throw new LoginFailed();
  await forgiveLogIn(context, email);
  if (!account.isEmailVerified) throw new EmailNotVerified();
  return inTransaction(context, (context) =>
    beginSession(context, { account, delivery, methods: ["PASSWORD"] }),
  );
}
