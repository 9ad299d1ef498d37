import type { Caller, Instant } from "@tidbok/domain";
import type { LiveSession } from "./create-session-lookup.ts";

const freshForMs = 10 * 60 * 1000;

/** The caller that a session stands for at this moment: a person, or a support agent. */
export function callerOfSession(session: LiveSession, now: Instant): Caller {
  return session.isStaff ? agent(session, now) : person(session, now);
}

function person(session: LiveSession, now: Instant): Caller {
  return {
    kind: "account",
    accountId: session.accountId,
    sessionId: session.sessionId,
    isFresh: now - session.authenticatedAt < freshForMs,
    memberships: session.memberships,
    purpose: "provide.schedule",
  };
}

// What is remembered of a session may be half a minute old; when an access runs out is known beforehand.
function agent({ accountId: staffId, support }: LiveSession, now: Instant): Caller {
  const open = support !== null && now < support.expiresAt ? support : null;
  return {
    kind: "staff",
    staffId,
    grantId: open?.supportAccessId ?? null,
    subjectId: open?.subjectId ?? null,
    purpose: "support",
  };
}
