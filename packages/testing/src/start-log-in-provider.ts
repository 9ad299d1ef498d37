import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider from "oidc-provider";

/** A person with an account at the other provider. */
export type Elsewhere = {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
};

const clientId = "tidbok-here";
const clientSecret = "a secret of a test that is long enough";

/** What a file of log-in providers says of the one on this port; `id` is the provider's name in addresses. */
export function logInProvider(port: number, id = "other") {
  return { id, name: "Other", issuer: `http://127.0.0.1:${port}`, clientId, clientSecret };
}

/** Another OpenID provider, whole and real, on this port. Its log-in page asks nothing: it logs in the person that the test has named. */
export async function startLogInProvider(port: number, redirectUris: readonly string[]) {
  const issuer = `http://127.0.0.1:${port}`;
  const people = new Map<string, Elsewhere>();
  let next: Elsewhere | null = null;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [...redirectUris],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    // As Google does: what is asked for stands in the ID token.
    conformIdTokenClaims: false,
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/enter/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/enter/")) void enter(request, response);
    else void answer(request, response);
  });

  async function enter(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (next === null) {
      await provider.interactionFinished(request, response, { error: "access_denied" });
      return;
    }
    people.set(next.sub, next);
    const grant = new provider.Grant({ accountId: next.sub, clientId });
    grant.addOIDCScope("openid email profile");
    const consent = { grantId: await grant.save() };
    await provider.interactionFinished(request, response, {
      login: { accountId: next.sub, remember: false },
      consent,
    });
  }

  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  return {
    issuer,
    /** The person that logs in there from now on; null for a person that turns back. */
    whoComes: (person: Elsewhere | null) => {
      next = person;
    },
    stop: () => new Promise((closed) => server.close(closed)),
  };
}
