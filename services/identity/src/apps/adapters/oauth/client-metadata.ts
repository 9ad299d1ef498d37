import type { AdapterPayload } from "oidc-provider";
import { areNative } from "../../domain/redirect-uri.ts";
import type { App } from "../../domain/app.ts";

const deviceCode = "urn:ietf:params:oauth:grant-type:device_code";

/** An app as a client of oidc-provider. Secrets are compared by hash, so the one here is a placeholder. */
export function clientMetadata(app: App): AdapterPayload {
  const byPeople = app.redirectUris.length > 0 ? ["authorization_code"] : [];
  return {
    client_id: app.id,
    client_name: app.name,
    redirect_uris: [...app.redirectUris],
    // To a native app the port on loopback is free (RFC 8252, 7.3); PKCE is what keeps the code from other programs.
    application_type: !app.isConfidential && areNative(app.redirectUris) ? "native" : "web",
    response_types: app.redirectUris.length > 0 ? ["code"] : [],
    // A code in a fragment is for scripts to read, and one in a form needs a script to be sent.
    ...(app.redirectUris.length > 0 && { response_modes: ["query"] }),
    grant_types: [
      ...byPeople,
      "refresh_token",
      deviceCode,
      ...(app.isConfidential ? ["client_credentials"] : []),
    ],
    token_endpoint_auth_method: app.isConfidential ? "client_secret_basic" : "none",
    ...(app.isConfidential && { client_secret: "is compared by its hash" }),
    purpose: app.purpose,
    // The library's own `scope` knows OpenID's scopes only.
    declared: app.scopes.map(({ scope }) => scope).join(" "),
  };
}
