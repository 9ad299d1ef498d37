import * as client from "openid-client";
import { demand, post } from "./ask.ts";
import type { Person } from "./people.ts";
import { runningPlatform } from "./running-platform.ts";

/** An app of a developer, and what its own library knows of it. */
export type App = {
  readonly id: string;
  readonly secret: string;
  readonly redirectUri: string;
  readonly config: client.Configuration;
};

/** Where apps are answered; nothing listens there. */
export const redirectUri = "http://127.0.0.1:9/callback";

/** The platform's address as people know it. */
export const publicOrigin = () => new URL(runningPlatform().graphql).origin;

/** How an app shows its secret. */
export const basic = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;

/** Registers an app of the organization; confidential, unless it says otherwise. */
export async function registerApp(
  owner: Pick<Person, "token">,
  {
    organizationId,
    scopes,
    ...change
  }: { organizationId: string; scopes: readonly string[]; [key: string]: unknown },
): Promise<App> {
  const { registerApp: made } = await demand({
    query: `mutation ($input: RegisterAppInput!) { registerApp(input: $input) { app { id isConfidential redirectUris } secret } }`,
    variables: {
      input: {
        organizationId,
        name: "Room Booker",
        legalName: "Rooms Ltd",
        purpose: "PROVIDE_INTEGRATE",
        isConfidential: true,
        redirectUris: [redirectUri],
        scopes: scopes.map((scope) => ({ scope, why: "To show rooms" })),
        ...change,
      },
    },
    token: owner.token,
  });
  const { id, isConfidential, redirectUris } = made.app;
  const secret = (made.secret ?? "") as string;
  const config = await client.discovery(
    new URL(publicOrigin()),
    id as string,
    undefined,
    isConfidential ? client.ClientSecretBasic(secret) : client.None(),
    { execute: [client.allowInsecureRequests], algorithm: "oauth2" },
  );
  return { id, secret, redirectUri: redirectUris[0] ?? redirectUri, config };
}

/** The cookie of a new session of the person, as a browser sends it. */
export async function sessionCookie({
  email,
  password,
}: Pick<Person, "email" | "password">): Promise<string> {
  const response = await post({
    query: "mutation ($input: LogInInput!) { logIn(input: $input) { account { id } } }",
    variables: { input: { email, password, delivery: "COOKIE" } },
  });
  const cookie = (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  if (!cookie.includes("=")) throw new Error(`no session: ${await response.text()}`);
  return cookie;
}

/** A request for permission: where to send the browser, and what belongs to the answer. */
export async function beginRequest(
  { config, redirectUri: at }: App,
  { scope, ...more }: { scope: string; [parameter: string]: string },
): Promise<{ verifier: string; url: URL }> {
  const verifier = client.randomPKCECodeVerifier();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: at,
    scope,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...more,
  });
  return { verifier, url };
}

/** A browser without script that keeps cookies and stops where it would leave the platform. */
export function createPages(cookie: string) {
  const jar = new Map([cookie.split("=") as [string, string]]);
  const held = () => [...jar].map((pair) => pair.join("=")).join("; ");
  const go = async (to: string, body?: URLSearchParams): Promise<string> => {
    const response = await fetch(to, {
      ...(body && { method: "POST", body }),
      redirect: "manual",
      headers: { cookie: held() },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get("location");
    if (!location) return to;
    const next = new URL(location, to);
    return next.origin === publicOrigin() ? go(next.href) : next.href;
  };
  return { go, held };
}

/** Sends a person through the pages, with these scopes ticked; the address at which the app is answered. */
export async function consent(
  url: URL,
  { cookie, ticked }: { cookie: string; ticked: readonly string[] },
): Promise<URL> {
  const { go } = createPages(cookie);
  const page = await go(url.href);
  const given = ticked.map((each): [string, string] => ["scope", each]);
  return new URL(await go(page, new URLSearchParams([...given, ["decision", "allow"]])));
}

/** What an app gets when a person grants all that it asks for. */
export async function letIn(
  app: App,
  { person, scope, ...options }: { person: Person; scope: string; DPoP?: client.DPoPHandle },
) {
  const { verifier, url } = await beginRequest(app, { scope });
  const answer = await consent(url, {
    cookie: await sessionCookie(person),
    ticked: scope.split(" "),
  });
  const given = await client.authorizationCodeGrant(
    app.config,
    answer,
    { pkceCodeVerifier: verifier },
    undefined,
    options,
  );
  return { token: given.access_token, refreshToken: given.refresh_token ?? "", answer, verifier };
}
