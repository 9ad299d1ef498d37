import { readFile } from "node:fs/promises";
import { scopeNames, type Origin } from "@tidbok/domain";
import {
  createCursors,
  createService,
  createTurns,
  followFile,
  roundFacts,
  type Logger,
  type ServerOptions,
  type Service,
  type Shell,
} from "@tidbok/service";
import { eraseClosed } from "./retention/actions/erase-closed.ts";
import { forgetStale } from "./retention/actions/forget-stale.ts";
import { findPerson, logInAtPage, personOfCookie } from "./apps/actions/attend-consent.ts";
import {
  linkAtProvider,
  logInAtProvider,
  sessionOfCookie,
  signUpAtProvider,
} from "./providers/actions/attend-provider.ts";
import { endGrant } from "./grants/actions/end-grant.ts";
import { findApp } from "./apps/actions/find-app.ts";
import { waitFor } from "./apps/actions/wait-for.ts";
import { createAccessTokens } from "./sessions/adapters/access-tokens.ts";
import { createLimits } from "./accounts/adapters/limits.ts";
import { createLinks } from "./accounts/adapters/links.ts";
import { createLogos } from "./organizations/adapters/logos.ts";
import { addOauth } from "./apps/adapters/oauth/add-oauth.ts";
import type { OauthParts } from "./apps/adapters/oauth/oauth-parts.ts";
import { oneTimeCodes } from "./second-step/adapters/one-time-codes.ts";
import { createPasswords } from "./accounts/adapters/passwords.ts";
import { addProviderLogIn } from "./providers/adapters/add-provider-log-in.ts";
import { createAttempts } from "./providers/adapters/create-attempts.ts";
import { createOutboundFetch } from "./providers/adapters/create-outbound-fetch.ts";
import { createProviderClient } from "./providers/adapters/create-provider-client.ts";
import type { ProviderParts } from "./providers/adapters/provider-parts.ts";
import { isLoopback, readProviders } from "./providers/adapters/read-providers.ts";
import { hashOf, newSecret } from "./accounts/adapters/secrets.ts";
import { createSeals } from "./accounts/adapters/seals.ts";
import { createSteadily } from "./accounts/adapters/steadily.ts";
import { createTokenKeys, type TokenKeys } from "./sessions/adapters/token-keys.ts";
import { createWebauthn } from "./passkeys/adapters/webauthn.ts";
import type { Config } from "./config.ts";
import { createContexts, type Context, type Parts } from "./context.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { personalData } from "./personal-data.ts";
import { reactions } from "./reactions/index.ts";
import { relations } from "./relations.ts";
import { resolvers } from "./resolvers.ts";
import { subjects } from "./subjects.ts";
import { createStore } from "./store/index.ts";

const folder = new URL("../", import.meta.url);
const hour = 3_600_000;

/** Builds the service; does not listen. */
export function createServer(config: Config, options: ServerOptions = {}): Promise<Service> {
  const { publicUrl, tokenKeysFile } = config;
  return createService<Context, PrismaClient>({
    definition: {
      name: "identity",
      folder,
      subjects,
      PrismaClient,
      resolvers,
      relations,
      reactions,
    },
    config,
    options,
    assemble: async (shell) => {
      const { log, clock } = shell;
      const tokenKeys = createTokenKeys(config.tokenKeys);
      const parts = await partsOf(config, { shell, tokenKeys });
      return {
        createContext: createContexts(parts),
        rounds: [
          { everyMilliseconds: hour, work: forgetStale },
          { everyMilliseconds: hour, work: eraseClosed() },
        ],
        background: [followFile({ path: tokenKeysFile, log, apply: tokenKeys.replace })],
        addRoutes: async (app) => {
          await addOauth(app, oauthParts(parts, { config, tokenKeys, log, clock }));
          const around = providerParts(parts, { publicUrl, log, clock });
          await app.register((plugin) => addProviderLogIn(plugin, around));
        },
      };
    },
  });
}

async function partsOf(
  config: Config,
  {
    shell: { prisma, pool, vault, clock },
    tokenKeys,
  }: { shell: Shell<PrismaClient>; tokenKeys: TokenKeys },
): Promise<Parts> {
  const { publicUrl, linkSecret, unverifiedDays, endedDays, closingDays } = config;
  const store = createStore(prisma, vault);
  // Only an installation on one's own machine may ask providers there.
  const allowsLoopback = isLoopback(new URL(publicUrl));
  return {
    store,
    // A hundred waiting log-ins are two seconds of work; the answer to a later one would come after its person gave up.
    passwords: await createPasswords(createTurns({ atOnce: 2, waitingAtMost: 100 })),
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
  const createContext = createContexts(parts);
  const context = (origin: Origin | null = null) =>
    createContext(roundFacts({ service: "identity", now: clock(), log, origin }));
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
  const createContext = createContexts(parts);
  const context = (origin: Origin | null = null) =>
    createContext(roundFacts({ service: "identity", now: clock(), log, origin }));
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
