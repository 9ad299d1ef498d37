import type { Caller, Membership } from "@tidbok/domain";
import type { SignCaller } from "@tidbok/service";
import { LRUCache } from "lru-cache";
import { ServiceUnavailable } from "../errors/service-unavailable.ts";
import type { ServiceConnections } from "../service-connections.ts";

/** A session that is alive: whose, since when, and what its person may do where. */
export type LiveSession = {
  readonly accountId: string;
  readonly sessionId: string;
  /** When the person last proved who they are, in milliseconds since 1970. */
  readonly authenticatedAt: number;
  readonly memberships: readonly Membership[];
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

const gateway: Caller = { kind: "service", service: "gateway", purpose: "security" };
const live = "{ accountId sessionId authenticatedAt memberships { organizationId role } }";
const byCookieQuery = `query SessionCaller($token: String!) { sessionCaller(input: { token: $token }) ${live} }`;
const byAccountQuery = `query AccountCaller($accountId: ID!, $sessionId: ID!) {
  accountCaller(accountId: $accountId, sessionId: $sessionId) ${live} }`;

/** A lookup with a cache of 30 seconds, which events about the account cut short. */
export function createSessionLookup(
  services: ServiceConnections,
  signCaller: SignCaller,
): SessionLookup {
  const cache = new LRUCache<string, LiveSession>({ max: 20_000, ttl: 30_000 });
  const keysOf = new Map<string, Set<string>>();

  async function ask(
    { query, variables }: { query: string; variables: object },
    requestId: string,
  ) {
    const token = await signCaller(gateway, "identity");
    const body = JSON.stringify({ query, variables });
    const { data, errors } = await services.send({
      service: "identity",
      body,
      token,
      requestId,
      traceparent: null,
    });
    // Nobody is logged out because identity cannot look.
    if (errors?.length) throw new ServiceUnavailable();
    const found = data?.["sessionCaller"] ?? data?.["accountCaller"];
    return found ? parse(found as WireSession) : null;
  }

  async function remembered(key: string, find: () => Promise<LiveSession | null>) {
    const known = cache.get(key);
    if (known) return known;
    const found = await find();
    if (!found) return null;
    cache.set(key, found);
    const keys = keysOf.get(found.accountId) ?? new Set();
    keysOf.set(found.accountId, keys.add(key));
    return found;
  }

  return {
    byCookie: (token, requestId) =>
      remembered(`cookie ${token}`, () =>
        ask({ query: byCookieQuery, variables: { token } }, requestId),
      ),
    byAccessToken: ({ accountId, sessionId }, requestId) =>
      remembered(`session ${sessionId} ${accountId}`, () =>
        ask({ query: byAccountQuery, variables: { accountId, sessionId } }, requestId),
      ),
    forget: (accountId) => {
      for (const key of keysOf.get(accountId) ?? []) cache.delete(key);
      keysOf.delete(accountId);
    },
    forgetAll: () => {
      cache.clear();
      keysOf.clear();
    },
  };
}

type WireSession = Omit<LiveSession, "authenticatedAt"> & { authenticatedAt: string };

function parse(session: WireSession): LiveSession {
  return { ...session, authenticatedAt: Date.parse(session.authenticatedAt) };
}
