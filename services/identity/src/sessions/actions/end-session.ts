import { input, NotFound, validate } from "@tidbok/domain";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Session } from "../domain/session.ts";
import { closeSession } from "./steps/close-session.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

const schema = z.strictObject({ sessionId: input.id });

/** Ends one of one's own sessions. */
export async function endSession(context: Context, given: unknown): Promise<Session> {
  const { accountId, sessionId: own } = requireAccount(context.caller);
  const { sessionId } = validate(schema, given);
  if (sessionId !== own) requireFreshAccount(context.caller);
  const session = await context.store.sessions.find(sessionId);
  if (session?.accountId !== accountId) throw new NotFound("session");
  await inTransaction(context, (context) => closeSession(context, session));
  return session;
}
