import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { scopeNames, type Caller, type Origin } from "@tidbok/domain";
import {
  createCursors,
  createLogger,
  createPool,
  createService,
  followFile,
  inBackground,
  type Logger,
  type RequestFacts,
  type Service,
} from "@tidbok/service";
import { createVault, fileKeyProvider } from "@tidbok/vault";
import { eraseClosed } from "./actions/erase-closed.ts";
import { forgetStale } from "./actions/forget-stale.ts";
import { findPerson, logInAtPage, personOfCookie } from "./actions/attend-consent.ts";
import {
  linkAtProvider,
  logInAtProvider,
  sessionOfCookie,
  signUpAtProvider,
} from "./actions/attend-provider.ts";
import { endGrant } from "./actions/end-grant.ts";
import { findApp } from "./actions/find-app.ts";
import { waitFor } from "./actions/wait-for.ts";
import { createAccessTokens } from "./adapters/access-tokens.ts";
import { createLimits } from "./adapters/limits.ts";
import { createLinks } from "./adapters/links.ts";
import { createLogos } from "./adapters/logos.ts";
import { addOauth } from "./adapters/oauth/add-oauth.ts";
import type { OauthParts } from "./adapters/oauth/oauth-parts.ts";
import { oneTimeCodes } from "./adapters/one-time-codes.ts";
import { createPasswords } from "./adapters/passwords.ts";
import { addProviderLogIn } from "./adapters/providers/add-provider-log-in.ts";
import { createAttempts } from "./adapters/providers/create-attempts.ts";
import { createOutboundFetch } from "./adapters/providers/create-outbound-fetch.ts";
import { createProviderClient } from "./adapters/providers/create-provider-client.ts";
import type { ProviderParts } from "./adapters/providers/provider-parts.ts";
import { isLoopback, readProviders } from "./adapters/providers/read-providers.ts";
import { hashOf, newSecret } from "./adapters/secrets.ts";
import { createSeals } from "./adapters/seals.ts";
import { createSteadily } from "./adapters/steadily.ts";
import { createTokenKeys, type TokenKeys } from "./adapters/token-keys.ts";
import { createWebauthn } from "./adapters/webauthn.ts";
import type { Config } from "./config.ts";
import { createContext, type Context, type Parts } from "./context.ts";
import type { Invitation } from "./domain/invitation.ts";
import type { OrganizationChange } from "./domain/organization-change.ts";
import type { Membership } from "./domain/membership.ts";
import { relationToAccount, relationToInvited, relationToMember } from "./domain/relation.ts";
import type { SupportAccess } from "./domain/support-access.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { personalData } from "./personal-data.ts";
import { reactions } from "./reactions/index.ts";
import { resolvers } from "./resolvers/index.ts";
import { createStore } from "./store/index.ts";

/** Builds the service; does not listen. */
export async function createServer(
  config: Config,
  { clock = Date.now }: { clock?: () => number } = {},
): Promise<Service> {
  const pool = createPool(config.databaseUrl);
  const keysPool = createPool(config.keysDatabaseUrl, { max: 4 });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const vault = createVault({
    pool: keysPool,
    keyProvider: await fileKeyProvider(config.kekFile),
    blindIndexKey: Buffer.from(config.blindIndexKey, "base64"),
  });
  const log = createLogger("identity", { level: config.logLevel });
  const { publicUrl, linkSecret, unverifiedDays, endedDays, closingDays } = config;
  // Only an installation on one's own machine may ask providers there.
  const allowsLoopback = isLoopback(new URL(publicUrl));
  const tokenKeys = createTokenKeys(config.tokenKeys);
  const store = createStore(prisma, vault);
  const parts: Parts = {
    store,
    passwords: await createPasswords(),
    accessTokens: createAccessTokens({ keys: tokenKeys, issuer: publicUrl }),
    links: createLinks({ secret: linkSecret, publicUrl }),
    limits: createLimits(pool),
    logos: createLogos(publicUrl),
    steadily: createSteadily(config.steadyMilliseconds),
    webauthn: createWebauthn(publicUrl),
    oneTimeCodes,
    providers: {
      list:
        config.providersFile === ""
          ? []
          : readProviders(await readFile(config.providersFile, "utf8"), { allowsLoopback }),
      attempts: createAttempts({ secret: linkSecret, publicUrl }),
    },
    cursors: createCursors(linkSecret),
    secrets: { make: newSecret, hashOf },
    keep: { unverifiedDays, endedDays, closingDays },
    erase: (id) => personalData.eraseSubject({ store, vault, now: clock }, id),
  };
  const round = () => createContext(parts, factsOfRound({ log, now: clock() }));
  const hourly = { everyMilliseconds: 3_600_000, log };
  const forgetting = inBackground({ ...hourly, work: () => forgetStale(round()) });
  const erase = eraseClosed();
  const erasing = inBackground({ ...hourly, work: () => erase(round()) });
  return createService<Context>({
    name: "identity",
    config,
    log,
    sdl: await readFile(new URL("../schema.graphql", import.meta.url), "utf8"),
    resolvers,
    relations,
    createContext: (facts) => createContext(parts, facts),
    reactions,
    background: [
      forgetting,
      erasing,
      followFile({ path: config.tokenKeysFile, log, apply: tokenKeys.replace }),
    ],
    addRoutes: async (app) => {
      await addOauth(app, oauthParts(parts, { config, tokenKeys, log, clock }));
      const around = providerParts(parts, { publicUrl, log, clock });
      await app.register((plugin) => addProviderLogIn(plugin, around));
    },
    migrations: new URL("../prisma/migrations/", import.meta.url),
    pool,
    keysPool,
    close: () => prisma.$disconnect(),
    clock,
  });
}

// What the authorization server may use of the rest: each request of it is a round of work of its own.
function oauthParts(
  parts: Parts,
  {
    config,
    tokenKeys,
    log,
    clock,
  }: { config: Config; tokenKeys: TokenKeys; log: Logger; clock: () => number },
): OauthParts {
  const { publicUrl, linkSecret } = config;
  const { store, secrets, limits } = parts;
  const context = (origin: Origin | null = null) =>
    createContext(parts, { ...factsOfRound({ log, now: clock() }), ...(origin && { origin }) });
  return {
    publicUrl: new URL(publicUrl).origin,
    tokenKeys,
    cookieSecret: linkSecret,
    log,
    scopes: scopeNames,
    seals: createSeals(linkSecret),
    providers: parts.providers.list,
    records: { ...store.oauthRecords, endGrant: (grantId) => endGrant(context(), grantId) },
    findApp: (id) => findApp(context(), id),
    hasSecret: (appId, secret) =>
      store.appSecrets.has({ appId, secretHash: secrets.hashOf(secret) }, clock()),
    approvalsOf: store.apps.approvalsOf,
    isAccount: async (id) => (await findPerson(context(), id)) !== null,
    person: (id) => findPerson(context(), id),
    accountOfCookie: (cookie) => personOfCookie(context(), cookie),
    logIn: (form, origin) => logInAtPage(context(origin), form),
    waitFor: (what, origin) => waitFor(context(origin), what),
    isInPace: (code) => limits.isWithin("device-poll", store.fingerprintOf(code)),
  };
}

// As above, for the way to other providers and back.
function providerParts(
  parts: Parts,
  { publicUrl, log, clock }: { publicUrl: string; log: Logger; clock: () => number },
): ProviderParts {
  const context = (origin: Origin | null = null) =>
    createContext(parts, { ...factsOfRound({ log, now: clock() }), ...(origin && { origin }) });
  const fetch = createOutboundFetch({ allowsLoopback: isLoopback(new URL(publicUrl)) });
  return {
    providers: parts.providers.list,
    attempts: parts.providers.attempts,
    client: createProviderClient({ publicUrl, fetch }),
    publicUrl,
    log,
    now: clock,
    sessionOfCookie: (cookie) => sessionOfCookie(context(), cookie),
    logIn: (person, origin) => logInAtProvider(context(origin), person),
    policyVersion: () => parts.store.policyVersions.findCurrent(clock()),
    signUp: (signUp, origin) => signUpAtProvider(context(origin), signUp),
    link: (accountId, person) => linkAtProvider(context(), { accountId, person }),
    waitFor: (origin) => waitFor(context(origin), "oauth-network"),
  };
}

// The sweep's own round of work, which no request and no event began.
function factsOfRound({ log, now }: Pick<RequestFacts, "log" | "now">): RequestFacts {
  return {
    caller: { kind: "service", service: "identity", purpose: "provide.administer" },
    requestId: randomUUID(),
    traceparent: null,
    now,
    log,
    withhold: () => {},
    extend: () => {},
  };
}

const relations = {
  Account: async (...[caller, row, { loaders }]: [Caller, AccountRow, Context]) => {
    // A visitor who has just logged in is this person, and will be known as such from the next request on.
    if (row.isOwn) return "self" as const;
    const memberships = await loaders.memberships.load(row.id);
    return relationToAccount(caller, { accountId: row.id, memberships });
  },
  Membership: (caller: Caller, row: Membership) => relationToMember(caller, row),
  Invitation: (caller: Caller, row: Invitation) => relationToInvited(caller, row.organizationId),
  OrganizationChange: (caller: Caller, row: OrganizationChange) =>
    relationToInvited(caller, row.organizationId),
  LogInMethods: (caller: Caller, row: Owned) => relationToOwned(caller, row),
  ProviderLink: (caller: Caller, row: Owned) => relationToOwned(caller, row),
  PersonalToken: (caller: Caller, row: Owned) => relationToOwned(caller, row),
  PersonalTokenWithSecret: (caller: Caller, row: Owned) => relationToOwned(caller, row),
  Session: (caller: Caller, row: Owned) => relationToOwned(caller, row),
  Passkey: (caller: Caller, row: MaybeOwn) =>
    row.isOwn ? ("self" as const) : relationToOwned(caller, row),
  Authenticator: (caller: Caller, row: Owned) => relationToOwned(caller, row),
  AuthenticatorSecret: (caller: Caller, row: Owned) => relationToOwned(caller, row),
  RecoveryCodes: (caller: Caller, row: Owned) => relationToOwned(caller, row),
  // Who has the operator's link to enrol by is this agent, and not logged in yet.
  PasskeyCreation: (caller: Caller, row: MaybeOwn) =>
    row.isOwn ? ("self" as const) : relationToOwned(caller, row),
  SupportAccess: (caller: Caller, row: Pick<SupportAccess, "accountId">) =>
    relationToOwned(caller, { accountId: row.accountId ?? "" }),
  // Given only to who has just shown a password or a refresh token of this very account.
  SessionTokens: () => "self" as const,
  SecondStep: () => "self" as const,
  // For services alone, whose audience is the same whatever the row.
  EmailVerification: () => "none" as const,
  SessionCaller: () => "none" as const,
  PersonCaller: () => "none" as const,
  ClientCaller: () => "none" as const,
};

type Owned = { readonly accountId: string };
type MaybeOwn = Owned & { readonly isOwn?: boolean };
type AccountRow = { readonly id: string; readonly isOwn?: boolean };

function relationToOwned(caller: Caller, { accountId }: Owned) {
  return relationToAccount(caller, { accountId, memberships: [] });
}
