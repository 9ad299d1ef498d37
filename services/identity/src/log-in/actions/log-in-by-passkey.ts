import { validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { PasskeyRefused } from "../../passkeys/domain/passkey-errors.ts";
import { beginSession, type LoggedIn } from "./steps/begin-session.ts";
import { showPasskey, signedChallenge } from "../../passkeys/actions/steps/show-passkey.ts";

const schema = z.strictObject({ ...signedChallenge, delivery: z.enum(["COOKIE", "TOKENS"]) });

/** Starts a session for who has a device that signs for them, and has shown the device who they are. */
export async function logInByPasskey(context: Context, given: unknown): Promise<LoggedIn> {
  const { delivery, ...shown } = validate(schema, given);
  const { accountId } = await showPasskey(context, shown);
  const account = await context.loaders.account.load(accountId);
  if (account === null) throw new PasskeyRefused();
  return context.store.transaction((store) =>
    beginSession({ ...context, store }, { account, delivery, methods: ["PASSKEY"] }),
  );
}
