import type { Membership } from "@tidbok/domain";
import type { AskService } from "./create-service-question.ts";
import { createMemory } from "./create-memory.ts";

/** A session that is alive: whose, since when, and what its person may do where. */
export type LiveSession = {
  readonly accountId: string;
  readonly sessionId: string;
  /** When the person last proved who they are, in milliseconds since 1970. */
  readonly authenticatedAt: number;
  readonly memberships: readonly Membership[];
  /** Whether it is a support agent's, and whose data the agent may look at, until when. */
  readonly isStaff: boolean;
  readonly support: Support | null;
};

type Support = {
  readonly supportAccessId: string;
  readonly subjectId: string;
  readonly expiresAt: number;
};

/** Looks sessions up at identity, and remembers them for half a minute. */
export type SessionLookup = {
  byCookie(token: string, requestId: string): Promise<LiveSession | null>;
  byAccessToken(
    token: { accountId: string; sessionId: string },
    requestId: string,
  ): Promise<LiveSession | null>;
  /** Forgets what is known of an account, because it changed. */
  forget(accountId: string): void;
  /** Forgets everything, because changes may have been missed. */
  forgetAll(): void;
};

const live = `{ accountId sessionId authenticatedAt memberships { organizationId role }
  isStaff support { supportAccessId subjectId expiresAt } }`;
const byCookieQuery = `query SessionCaller($token: String!) { sessionCaller(input: { token: $token }) ${live} }`;
const byAccountQuery = `query AccountCaller($accountId: ID!, $sessionId: ID!) {
  accountCaller(accountId: $accountId, sessionId: $sessionId) ${live} }`;

/** A lookup with a memory of 30 seconds, which events about the account cut short. */
export function createSessionLookup(askIdentity: AskService): SessionLookup {
  const memory = createMemory<LiveSession>(({ accountId }) => [accountId]);
  const ask = async (question: { query: string; variables: object }, requestId: string) => {
    const found = (await askIdentity(question, requestId)) as WireSession | null;
    return found && parse(found);
  };
  return {
    byCookie: (token, requestId) =>
      memory.recall(`cookie ${token}`, () =>
        ask({ query: byCookieQuery, variables: { token } }, requestId),
      ),
    byAccessToken: ({ accountId, sessionId }, requestId) =>
      memory.recall(`session ${sessionId} ${accountId}`, () =>
        ask({ query: byAccountQuery, variables: { accountId, sessionId } }, requestId),
      ),
    forget: memory.forget,
    forgetAll: memory.forgetAll,
  };
}

type WireSession = Omit<LiveSession, "authenticatedAt" | "support"> & {
  authenticatedAt: string;
  support: (Omit<Support, "expiresAt"> & { expiresAt: string }) | null;
};

function parse(session: WireSession): LiveSession {
  const { support, authenticatedAt } = session;
  return {
    ...session,
    authenticatedAt: Date.parse(authenticatedAt),
    support: support && { ...support, expiresAt: Date.parse(support.expiresAt) },
  };
}
