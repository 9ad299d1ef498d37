import { scopeNames } from "@tidbok/domain";
import type { FastifyInstance } from "fastify";
import { createSeals } from "../accounts/adapters/seals.ts";
import type { PageContexts, Parts } from "../context.ts";
import { endGrant } from "../grants/actions/end-grant.ts";
import { countVisit } from "../log-in/actions/count-visit.ts";
import { clientOf } from "../sessions/actions/client-of.ts";
import { findOpenSession } from "../sessions/actions/find-open-session.ts";
import type { TokenKeys } from "../sessions/adapters/token-keys.ts";
import { findApp } from "./actions/find-app.ts";
import { findInstalledScopes } from "./actions/find-installed-scopes.ts";
import { findPerson } from "./actions/find-person.ts";
import { logInAtPage } from "./actions/log-in-at-page.ts";
import { addOauth } from "./adapters/oauth/add-oauth.ts";
import type { OauthParts } from "./adapters/oauth/oauth-parts.ts";

/** Adds the authorization server and its pages. Each request has a context of its own. */
export async function addOauthRoutes(
  app: FastifyInstance,
  setup: {
    readonly parts: Parts;
    readonly contextOf: PageContexts;
    readonly tokenKeys: TokenKeys;
    readonly config: { readonly publicUrl: string; readonly linkSecret: string };
    readonly log: OauthParts["log"];
    readonly clock: () => number;
  },
): Promise<void> {
  const { contextOf, tokenKeys, log, clock } = setup;
  const { publicUrl, linkSecret } = setup.config;
  const { store, secrets, limits, providers } = setup.parts;
  await addOauth(app, {
    publicUrl: new URL(publicUrl).origin,
    tokenKeys,
    cookieSecret: linkSecret,
    log,
    scopes: scopeNames,
    seals: createSeals(linkSecret),
    providers: providers.list,
    records: { ...store.oauthRecords, endGrant: (grantId) => endGrant(contextOf(), grantId) },
    findApp: (id) => findApp(contextOf(), id),
    hasSecret: (appId, secret) =>
      store.appSecrets.has({ appId, secretHash: secrets.hashOf(secret) }, clock()),
    installedScopes: (key) => findInstalledScopes(contextOf(), key),
    approvalsOf: store.appApprovals.listOf,
    isAccount: async (id) => (await findPerson(contextOf(), id)) !== null,
    person: (id) => findPerson(contextOf(), id),
    accountOfCookie: async (cookie) =>
      (await findOpenSession(contextOf(), cookie))?.accountId ?? null,
    logIn: (form, origin) => logInAtPage(contextOf(origin), form),
    clientOf: (origin) => clientOf({ store, origin }),
    countVisit: (limit, origin) => countVisit(contextOf(origin), limit),
    isInPace: (code) => limits.isWithin("device-poll", store.fingerprintOf(code)),
  });
}
