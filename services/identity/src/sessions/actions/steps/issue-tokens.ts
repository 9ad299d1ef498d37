import { newId } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { Session } from "../../domain/session.ts";

/** What an app keeps of its session. */
export type Tokens = {
  readonly accountId: string;
  readonly accessToken: string;
  readonly accessTokenLifetimeSeconds: number;
  readonly refreshToken: string;
};

/** The session's next pair of tokens. The refresh token before it must have been used up. */
export async function issueTokens(
  { store, secrets, accessTokens, now }: Context,
  { id: sessionId, accountId, authenticatedAt }: Session,
): Promise<Tokens> {
  const refresh = secrets.make();
  await store.refreshTokens.insert({ id: newId(), sessionId, tokenHash: refresh.hash }, now);
  const claims = { accountId, sessionId, authenticatedAt, now };
  return {
    accountId,
    accessToken: await accessTokens.sign(claims),
    accessTokenLifetimeSeconds: accessTokens.lifetimeSeconds,
    refreshToken: refresh.text,
  };
}
