import type { Origin } from "@tidbok/domain";
import {
  createRequestContext,
  roundFacts,
  type Cursors,
  type RequestFacts,
  type Logger,
  type RequestContext,
} from "@tidbok/service";
import type { AccessTokens } from "./sessions/adapters/access-tokens.ts";
import type { Logos } from "./organizations/adapters/logos.ts";
import type { Limits } from "./accounts/adapters/limits.ts";
import type { Links } from "./accounts/adapters/links.ts";
import type { OneTimeCodes } from "./second-step/adapters/one-time-codes.ts";
import type { OauthRecord } from "./grants/domain/oauth-record.ts";
import type { Passwords } from "./accounts/adapters/passwords.ts";
import type { hashOf, newSecret } from "./accounts/adapters/secrets.ts";
import type { Attempts } from "./providers/adapters/create-attempts.ts";
import type { Provider } from "./providers/adapters/read-providers.ts";
import type { Steadily } from "./accounts/adapters/steadily.ts";
import type { Webauthn } from "./passkeys/adapters/webauthn.ts";
import type { eraseRows } from "./personal-data.ts";
import type { Store } from "./store/index.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

/** What the service is made of, once. */
export type Parts = {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly accessTokens: AccessTokens;
  readonly links: Links;
  readonly limits: Limits;
  readonly steadily: Steadily;
  readonly webauthn: Webauthn;
  readonly oneTimeCodes: OneTimeCodes;
  readonly cursors: Cursors;
  readonly logos: Logos;
  /** The scopes that a person gave by a grant of the authorization server. */
  readonly grantedScopes: (grant: OauthRecord) => readonly string[];
  /** The other log-in providers, and the attempts of browsers that are sent there. */
  readonly providers: { readonly list: readonly Provider[]; readonly attempts: Attempts };
  /** For how many days things are kept. */
  readonly keep: {
    readonly unverifiedDays: number;
    readonly endedDays: number;
    readonly closingDays: number;
  };
  /** Erases all rows about a person, within a transaction. */
  readonly erase: typeof eraseRows;
  readonly secrets: { readonly make: typeof newSecret; readonly hashOf: typeof hashOf };
};

/** What an action or a resolver may use, made for each request and each event. */
export type Context = RequestContext<Parts & { readonly loaders: Loaders }>;

/** A context for each request, event or round of work of a service that is made of these parts. */
export const createContexts =
  (parts: Parts) =>
  (facts: RequestFacts): Context =>
    createRequestContext(facts, { ...parts, loaders: createLoaders(parts.store) });

/** Makes the context of a visit to a page, which carries no caller token. */
export type PageContexts = (origin?: Origin | null) => Context;

/** A context for each visit to a page of a service that is made of these parts. */
export function createPageContexts(
  parts: Parts,
  { log, clock }: { readonly log: Logger; readonly clock: () => number },
): PageContexts {
  const createContext = createContexts(parts);
  return (origin = null) =>
    createContext(roundFacts({ service: "identity", now: clock(), log, origin }));
}
