import { Unauthenticated } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Session } from "../domain/session.ts";
import { endSessionsOf } from "./steps/end-sessions-of.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

/** Ends all of the caller's sessions but the one that asks, which is what it returns. */
export async function endOtherSessions(context: Context): Promise<Session> {
  const { accountId, sessionId } = requireFreshAccount(context.caller);
  const session = await context.store.sessions.find(sessionId);
  if (session?.accountId !== accountId) throw new Unauthenticated();
  await inTransaction(context, (context) => endSessionsOf(context, { accountId, but: sessionId }));
  return session;
}
