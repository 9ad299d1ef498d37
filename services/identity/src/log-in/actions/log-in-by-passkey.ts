import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { PasskeyRefused } from "../../passkeys/domain/passkey-errors.ts";
import { beginSession, type LoggedIn } from "./steps/begin-session.ts";
import { showPasskey, signedChallenge } from "../../passkeys/actions/steps/show-passkey.ts";

const schema = z.strictObject({ ...signedChallenge, delivery: z.enum(["COOKIE", "TOKENS"]) });

/** Starts a session by a passkey, whose device has verified its person. */
export async function logInByPasskey(context: Context, given: unknown): Promise<LoggedIn> {
  const { delivery, ...shown } = validate(schema, given);
  const { accountId } = await showPasskey(context, shown);
  const account = await context.loaders.account.load(accountId);
  if (account === null) throw new PasskeyRefused();
  return inTransaction(context, (context) =>
    beginSession(context, { account, delivery, methods: ["PASSKEY"] }),
  );
}
