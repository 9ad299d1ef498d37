import * as client from "openid-client";
import type { ProvidedPerson } from "../domain/provider-link.ts";
import type { Provider } from "./read-providers.ts";
import { isLoopback } from "./read-providers.ts";

/** What the answer of a provider is checked against; the browser that was sent there keeps it, sealed. */
export type Attempt = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** Sends people to providers, and finds out who came back. */
export type ProviderClient = {
  begin(provider: Provider): Promise<{ readonly url: URL; readonly attempt: Attempt }>;
  /** Throws for an answer that is not to this attempt, or not from this provider. */
  finish(provider: Provider, answer: Answer): Promise<ProvidedPerson>;
};

type Answer = { readonly url: URL; readonly attempt: Attempt };

const hour = 3_600_000;

/** Authorization code with PKCE, state and nonce (RFC 9700); `iss` is checked where the provider gives it (RFC 9207). */
export function createProviderClient({
  publicUrl,
  fetch,
}: {
  readonly publicUrl: string;
  readonly fetch: client.CustomFetch;
}): ProviderClient {
  const discovered = new Map<string, { at: number; config: Promise<client.Configuration> }>();

  // Asked when somebody first comes, and again after an hour: a provider that is away keeps no service from starting.
  function configOf(provider: Provider): Promise<client.Configuration> {
    const known = discovered.get(provider.id);
    if (known && Date.now() - known.at < hour) return known.config;
    const config = discover(provider, fetch);
    discovered.set(provider.id, { at: Date.now(), config });
    config.catch(() => discovered.delete(provider.id));
    return config;
  }

  return {
    begin: async (provider) => {
      const config = await configOf(provider);
      const verifier = client.randomPKCECodeVerifier();
      const attempt = { state: client.randomState(), nonce: client.randomNonce(), verifier };
      const url = client.buildAuthorizationUrl(config, {
        // One for each provider: an answer of one cannot be passed off as another's.
        redirect_uri: new URL(`/log-in/from/${provider.id}`, publicUrl).href,
        scope: "openid email profile",
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        ...(provider.letsChoose && { prompt: "select_account" }),
      });
      return { url, attempt };
    },
    finish: async (provider, { url, attempt }) => {
      const tokens = await client.authorizationCodeGrant(await configOf(provider), url, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error("A provider gave no ID token.");
      return personOf(provider, claims);
    },
  };
}

async function discover(
  { issuer, clientId, clientSecret }: Provider,
  fetch: client.CustomFetch,
): Promise<client.Configuration> {
  const proof = clientSecret === null ? client.None() : client.ClientSecretPost(clientSecret);
  const config = await client.discovery(issuer, clientId, undefined, proof, {
    [client.customFetch]: fetch,
    timeout: 10,
    // Signatures are checked as well: the token is believed for what it is, not for where it came from.
    execute: [
      client.enableNonRepudiationChecks,
      ...(isLoopback(issuer) ? [client.allowInsecureRequests] : []),
    ],
  });
  config[client.customFetch] = fetch;
  return config;
}

function personOf({ id, authoritativeFor }: Provider, claims: client.IDToken): ProvidedPerson {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  const email = text(claims["email"]);
  const domain = email?.split("@").at(-1)?.toLowerCase() ?? "";
  return {
    provider: id,
    issuer: claims.iss,
    subject: claims.sub,
    name: text(claims["name"]),
    email,
    isEmailCertain: claims["email_verified"] === true && authoritativeFor.includes(domain),
  };
}
