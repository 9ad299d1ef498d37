import { Unauthenticated, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Session } from "../../sessions/domain/session.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";
import { showPasskey, signedChallenge } from "./steps/show-passkey.ts";

const schema = z.strictObject(signedChallenge);

/** Makes the caller's session fresh again by one of the caller's passkeys. */
export async function confirmPasskey(context: Context, given: unknown): Promise<Session> {
  const { store, now } = context;
  const { accountId, sessionId } = requireAccount(context.caller);
  const shown = validate(schema, given);
  const session = await store.sessions.find(sessionId);
  if (session?.accountId !== accountId) throw new Unauthenticated();
  await showPasskey(context, shown, { within: { accountId, sessionId } });
  if (!(await store.sessions.authenticate(sessionId, now))) throw new Unauthenticated();
  return { ...session, authenticatedAt: now };
}
