import { hkdfSync } from "node:crypto";
import { errors, type Configuration } from "oidc-provider";
import { deviceFlow } from "./device-flow.ts";
import { scopeWithin } from "./organization-of.ts";
import type { OauthParts } from "./oauth-parts.ts";

/** The lifetime in seconds of access tokens, and of what connects the steps to one. */
export const tenMinutes = 600;

/** The features of the authorization server beside codes and refresh tokens. */
export function features({
  publicUrl,
  cookieSecret,
  installedScopes,
}: Pick<OauthParts, "publicUrl" | "cookieSecret" | "installedScopes">): Configuration["features"] {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    clientCredentials: { enabled: true },
    // A nonce of ours shows that the proof was not made in advance by an attacker with the key for a moment.
    dPoP: { enabled: true, nonceSecret: nonceSecretOf(cookieSecret), requireNonce: () => true },
    pushedAuthorizationRequests: { enabled: true },
    introspection: {
      enabled: true,
      allowedPolicy: isOwnToken,
    },
    revocation: {
      enabled: true,
      allowedPolicy: isOwnToken,
    },
    deviceFlow: deviceFlow(),
    resourceIndicators: {
      enabled: true,
      defaultResource: () => publicUrl,
      useGrantedResource: () => true,
      // The library chooses the parameters.
      // eslint-disable-next-line tidbok/one-object
      getResourceServerInfo: async (ctx, resource, client) => {
        if (resource !== publicUrl) throw new errors.InvalidTarget();
        return {
          scope: (await scopeWithin(ctx, installedScopes)) ?? (client["declared"] as string),
          audience: publicUrl,
          accessTokenFormat: "jwt",
          accessTokenTTL: tenMinutes,
          jwt: { sign: { alg: "ES256" } },
        };
      },
    },
  };
}

// The library chooses the parameters. An app may look at its own tokens and revoke them.
// eslint-disable-next-line tidbok/one-object
function isOwnToken(
  _ctx: unknown,
  client: { readonly clientId: string },
  token: { readonly clientId?: string | undefined },
): boolean {
  return token.clientId === client.clientId;
}

function nonceSecretOf(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "tidbok dpop nonce 1", 32));
}
