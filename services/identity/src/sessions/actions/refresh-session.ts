import { validate } from "@tidbok/domain";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { SessionOver } from "../../accounts/domain/log-in-errors.ts";
import { isLive } from "../domain/session.ts";
import { clientOf } from "./client-of.ts";
import { closeSession } from "./steps/close-session.ts";
import { issueTokens, type Tokens } from "./steps/issue-tokens.ts";

const schema = z.strictObject({
  refreshToken: z.string().max(200, "must have 200 characters at most"),
});

/**
 * Trades a refresh token for the next pair (RFC 9700, 4.14.2). Within ten seconds the same client may come with it once
 * more, because two tabs refresh at once, and an answer can be lost on its way. Any other token that comes again was
 * copied, and neither holder can be told from the other: the session ends for both.
 */
export async function refreshSession(context: Context, given: unknown): Promise<Tokens> {
  const tokenHash = context.secrets.hashOf(validate(schema, given).refreshToken);
  const tokens = await inTransaction(context, (context) => rotate(context, tokenHash));
  // Thrown only here, after the commit: an ended session must stay ended.
  if (tokens === null) throw new SessionOver();
  return tokens;
}

async function rotate(
  context: Context,
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<Tokens | null> {
  const { store, now } = context;
  const sessionId = await store.refreshTokens.findSessionId(tokenHash);
  const session = sessionId === null ? null : await store.sessions.find(sessionId);
  if (session === null || !isLive(session, now)) return null;
  const use = { from: clientOf(context), at: now };
  const isDue =
    (await store.refreshTokens.use(tokenHash, use)) ||
    (await store.refreshTokens.useAgain(tokenHash, use));
  if (!isDue) {
    await closeSession(context, session);
    return null;
  }
  await store.sessions.see(session.id, now);
  return issueTokens(context, session);
}
