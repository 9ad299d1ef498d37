import type { Caller } from "@tidbok/domain";
import type { LiveSession } from "./create-session-lookup.ts";

const freshForMs = 10 * 60 * 1000;

/** The person whose session it is. */
export function callerOfSession(session: LiveSession): Caller {
  return {
    kind: "account",
    accountId: session.accountId,
    sessionId: session.sessionId,
    isFresh: Date.now() - session.authenticatedAt < freshForMs,
    memberships: session.memberships,
    purpose: "provide.schedule",
  };
}
