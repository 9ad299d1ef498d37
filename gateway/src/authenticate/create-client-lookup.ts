import type { Membership, Purpose } from "@tidbok/domain";
import type { AskService } from "./create-service-question.ts";
import { createMemory } from "./create-memory.ts";

/** What an app's token stands for now. */
export type LiveClient = {
  readonly clientId: string;
  readonly accountId: string | null;
  readonly purpose: Purpose;
  /** The scopes that may still count; the token's own bound them. */
  readonly scopes: readonly string[];
  readonly memberships: readonly Membership[];
};

/** What an access token of an app names. */
export type ClientToken = {
  readonly clientId: string;
  readonly accountId: string | null;
  readonly grantId: string | null;
};

/** Looks up at identity what the tokens of apps and scripts stand for, and remembers it for half a minute. */
export type ClientLookup = {
  find(token: ClientToken, requestId: string): Promise<LiveClient | null>;
  /** What a token stands for that somebody made for scripts of their own. */
  byPersonalToken(token: string, requestId: string): Promise<LiveClient | null>;
  /** Forgets what is known of an app or of an account, because it changed. */
  forget(id: string): void;
  forgetAll(): void;
};

const live = "{ clientId accountId purpose scopes memberships { organizationId role } }";
const byGrantQuery = `query ClientCaller($clientId: ID!, $accountId: ID, $grantId: ID) {
  clientCaller(clientId: $clientId, accountId: $accountId, grantId: $grantId) ${live} }`;
const byTokenQuery = `query PersonalTokenCaller($token: String!) {
  personalTokenCaller(input: { token: $token }) ${live} }`;

/** A lookup that events about the app and the person cut short. */
export function createClientLookup(ask: AskService): ClientLookup {
  const memory = createMemory<LiveClient>(({ clientId, accountId }) =>
    accountId === null ? [clientId] : [clientId, accountId],
  );
  const look = async (question: Parameters<AskService>[0], requestId: string) => {
    const found = (await ask(question, requestId)) as WireClient | null;
    return found && { ...found, purpose: purposeOf(found.purpose) };
  };
  return {
    find: (token, requestId) =>
      memory.recall(`${token.clientId} ${token.accountId} ${token.grantId}`, () =>
        look({ query: byGrantQuery, variables: token }, requestId),
      ),
    byPersonalToken: (token, requestId) =>
      memory.recall(token, () => look({ query: byTokenQuery, variables: { token } }, requestId)),
    forget: memory.forget,
    forgetAll: memory.forgetAll,
  };
}

type WireClient = Omit<LiveClient, "purpose"> & { readonly purpose: string };

function purposeOf(name: string): Purpose {
  return name.toLowerCase().replace("_", ".") as Purpose;
}
