import { hkdfSync } from "node:crypto";
import { errors, type Configuration } from "oidc-provider";
import { deviceFlow } from "./device-flow.ts";
import type { OauthParts } from "./oauth-parts.ts";

/** How long an access token counts, and whatever holds the steps to it together. */
export const tenMinutes = 600;

/** What the authorization server does beside codes and refresh tokens, and what it does not do. */
export function features({
  publicUrl,
  cookieSecret,
}: Pick<OauthParts, "publicUrl" | "cookieSecret">): Configuration["features"] {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    clientCredentials: { enabled: true },
    // A proof that was made beforehand, by who held the key for a moment, has no nonce of ours.
    dPoP: { enabled: true, nonceSecret: nonceSecretOf(cookieSecret), requireNonce: () => true },
    pushedAuthorizationRequests: { enabled: true },
    introspection: {
      enabled: true,
      allowedPolicy: (...[, client, token]) => token.clientId === client.clientId,
    },
    revocation: {
      enabled: true,
      allowedPolicy: (...[, client, token]) => token.clientId === client.clientId,
    },
    deviceFlow: deviceFlow(),
    resourceIndicators: {
      enabled: true,
      defaultResource: () => publicUrl,
      useGrantedResource: () => true,
      getResourceServerInfo: (...[, resource, client]) => {
        if (resource !== publicUrl) throw new errors.InvalidTarget();
        return {
          scope: client["declared"] as string,
          audience: publicUrl,
          accessTokenFormat: "jwt",
          accessTokenTTL: tenMinutes,
          jwt: { sign: { alg: "ES256" } },
        };
      },
    },
  };
}

function nonceSecretOf(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "tidbok dpop nonce 1", 32));
}
