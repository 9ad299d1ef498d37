import { day, second } from "@tidbok/domain";
import type { JWK } from "jose";
import Provider, { type AdapterPayload, type Configuration } from "oidc-provider";
import { clientMetadata } from "./client-metadata.ts";
import { createRecordAdapter } from "./create-record-adapter.ts";
import { features, tenMinutes } from "./features.ts";
import type { OauthParts } from "./oauth-parts.ts";
import { organizationOf } from "./organization-of.ts";
import { senderOf } from "./sender-of.ts";
import { guardPages, paceDevices, showError, tellOneMode } from "./middleware.ts";

const daySeconds = day / second;

/**
 * OAuth 2.1 as far as the draft is stable: codes with PKCE S256 only, exact redirect addresses, refresh tokens that work
 * once, and once more within seconds, and end their grant when they come later (RFC 9700), client credentials, devices (8628), pushed requests (9126),
 * DPoP (9449), `iss` in answers (9207). Access tokens are JWTs (9068) of ten minutes.
 */
export function createAuthorizationServer(parts: OauthParts): Provider {
  const provider = new Provider(parts.publicUrl, configuration(parts));
  // The gateway's own address, which the plugin writes into each request, is the only forwarded one.
  provider.proxy = true;
  // Only hashes are stored, and two secrets are valid during a rotation.
  provider.Client.prototype.compareClientSecret = function compareClientSecret(
    this: { readonly clientId: string },
    shown: string,
  ) {
    return parts.hasSecret(this.clientId, shown) as unknown as boolean;
  };
  provider.use(guardPages);
  provider.use(paceDevices(parts));
  provider.use(tellOneMode);
  provider.on("server_error", (_, error) => {
    parts.log.error({ err: error }, "the authorization server failed");
  });
  return provider;
}

function configuration(parts: OauthParts): Configuration {
  const { publicUrl } = parts;
  return {
    adapter: (model: string) => ({
      ...createRecordAdapter(model, { ...parts, sender: senderOf(parts) }),
      ...(model === "Client" && { find: (id: string) => findClient(parts, id) }),
    }),
    jwks: { keys: parts.tokenKeys.all().map(signingKey) } as never,
    cookies: {
      keys: [parts.cookieSecret],
      names: {
        session: "tidbok-oauth-session",
        interaction: "tidbok-oauth-interaction",
        resume: "tidbok-oauth-resume",
      },
      long: { signed: true, httpOnly: true, sameSite: "lax", secure: isSecure(publicUrl) },
      short: { signed: true, httpOnly: true, sameSite: "lax", secure: isSecure(publicUrl) },
    },
    routes: {
      authorization: "/oauth/authorize",
      token: "/oauth/token",
      jwks: "/oauth/jwks",
      introspection: "/oauth/introspect",
      revocation: "/oauth/revoke",
      pushed_authorization_request: "/oauth/par",
      device_authorization: "/oauth/device-authorization",
      code_verification: "/oauth/device",
    },
    scopes: ["openid"],
    claims: { openid: ["sub"] },
    responseTypes: ["code"],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    expiresWithSession: () => false,
    issueRefreshToken: (_, client) => client.grantTypeAllowed("refresh_token"),
    clientAuthMethods: ["client_secret_basic", "none"],
    clientDefaults: { id_token_signed_response_alg: "ES256" },
    enabledJWA: {
      idTokenSigningAlgValues: ["ES256"],
      dPoPSigningAlgValues: ["ES256"],
    },
    extraClientMetadata: { properties: ["purpose", "declared"] },
    discovery: { scopes_supported: ["openid", ...parts.scopes] },
    // The library chooses the parameters.
    // eslint-disable-next-line tidbok/one-object
    clientBasedCORS: (_ctx, origin, client) =>
      // A private-use scheme has the origin "null", and so has any page in a sandbox.
      origin !== "null" &&
      (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin),
    ttl: {
      AccessToken: tenMinutes,
      ClientCredentials: tenMinutes,
      AuthorizationCode: 60,
      IdToken: tenMinutes,
      DeviceCode: tenMinutes,
      Interaction: tenMinutes,
      // Tidbok's own session says which account is logged in; this one only connects the pages of one request.
      Session: tenMinutes,
      RefreshToken: 30 * daySeconds,
      Grant: 90 * daySeconds,
    },
    extraTokenClaims: (ctx, token) => ({
      purpose: ctx.oidc.client?.["purpose"] as string,
      ...organizationOf(ctx, token.kind),
      ...("grantId" in token && token.grantId ? { gid: token.grantId } : {}),
    }),
    findAccount: async (_, accountId) =>
      (await parts.isAccount(accountId))
        ? { accountId, claims: () => ({ sub: accountId }) }
        : undefined,
    interactions: { url: (_, interaction) => `/oauth/consent/${interaction.uid}` },
    renderError: showError,
    features: features(parts),
  };
}

function signingKey({ kty, crv, x, y, d, kid }: JWK) {
  return { kty, crv, x, y, d, kid, use: "sig", alg: "ES256" };
}

async function findClient(parts: OauthParts, id: string): Promise<AdapterPayload | undefined> {
  const app = await parts.findApp(id);
  return app ? clientMetadata(app) : undefined;
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith("https:");
}
