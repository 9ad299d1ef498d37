import { hour } from "@tidbok/domain";
import * as client from "openid-client";
import type { ProvidedPerson } from "../domain/provider-link.ts";
import type { Provider } from "./read-providers.ts";
import { isLoopback } from "./read-providers.ts";

/** The values that a provider's answer is checked against. The browser carries them, sealed. */
export type Attempt = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** Sends browsers to providers, and reads the provider's answer about the person. */
export type ProviderClient = {
  begin(provider: Provider): Promise<{ readonly url: URL; readonly attempt: Attempt }>;
  /** Throws if the answer belongs to another attempt, or is not from this provider. */
  finish(provider: Provider, answer: Answer): Promise<ProvidedPerson>;
};

type Answer = { readonly url: URL; readonly attempt: Attempt };

/** Authorization code with PKCE, state and nonce (RFC 9700); `iss` is checked where the provider gives it (RFC 9207). */
export function createProviderClient({
  publicUrl,
  fetch,
}: {
  readonly publicUrl: string;
  readonly fetch: client.CustomFetch;
}): ProviderClient {
  const discovered = new Map<string, { at: number; config: Promise<client.Configuration> }>();

  // Discovered at the first log-in and again after an hour, so that the service starts even if a provider is down.
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
        // Each provider has its own address, so that the answer of one cannot pass as another's.
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
    // Signatures are checked as well, so that the token itself is proof, not only the connection it came by.
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
