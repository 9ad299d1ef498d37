import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anonymous, type Caller, type Membership } from "@tidbok/domain";
import { startService, type Answer, type TestNats } from "@tidbok/testing";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { readConfig } from "../../src/config.ts";
import { createServer } from "../../src/server.ts";

/** What mails may ask, and what the gateway may. */
export const mailer: Caller = {
  kind: "service",
  service: "integrations",
  purpose: "provide.notify",
};
export const gateway: Caller = { kind: "service", service: "gateway", purpose: "security" };
export const password = "krysantemum i regn";

export type Identity = Awaited<ReturnType<typeof startIdentity>>;

/** The service on a database of its own, with a clock that the test turns and one policy that holds. */
export async function startIdentity({
  nats,
  steadyMilliseconds = 0,
  port,
  providers,
}: {
  nats?: TestNats;
  steadyMilliseconds?: number;
  port?: number;
  /** What the file of log-in providers says. */
  providers?: readonly object[];
} = {}) {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const tokenKey: JWK = { ...(await exportJWK(privateKey)), kid: "test" };
  const started = await startService({
    name: "identity",
    readConfig,
    createServer,
    nats,
    env: {
      ...secretFiles(tokenKey),
      ...(providers && providersFile(providers)),
      STEADY_MILLISECONDS: String(steadyMilliseconds),
      // What is asked over a port knows itself by that address.
      ...(port && { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` }),
    },
    now: Date.UTC(2027, 0, 4, 8),
  });
  const { service, database } = started;
  if (port) await service.app.listen({ port, host: "127.0.0.1" });
  await database.pool.query("INSERT INTO policy_version VALUES ('1', '2026-01-01')");
  const ask = (caller: Caller, query: string, variables: Record<string, unknown> = {}) =>
    started.ask(caller, { query, variables });
  return {
    ...started,
    sql: database.pool,
    keys: database.keysPool,
    tokenKey,
    ask,
    /** The only answer of a mutation with one input, or its first error's code. */
    mutate: async (caller: Caller, [name, fields]: [string, string], input: object) => {
      const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
      const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${fields} } }`;
      const answer = await ask(caller, query, { input });
      return { answer, value: answer.data?.[name], code: codeOf(answer), ...extensionsOf(answer) };
    },
  };
}

/** The code of an answer's first error. */
export function codeOf(answer: Answer): string | undefined {
  return answer.errors?.[0]?.extensions.code;
}

function extensionsOf({ extensions }: Answer) {
  return { session: extensions?.["session"] as { cookie: string; maxAgeSeconds: number } };
}

/** What somebody fills in to sign up. */
export const form = (email: string, change: object = {}) => ({
  name: "Astrid Lindqvist",
  email,
  password,
  timeZone: "Europe/Stockholm",
  locale: "sv",
  isSixteenOrOlder: true,
  acceptedPolicyVersion: "1",
  ...change,
});

/** The data of the events of this type, oldest first. */
export async function told(
  { sql }: Identity,
  type: string,
): Promise<readonly Record<string, string>[]> {
  const { rows } = await sql.query<{ data: Record<string, string> }>(
    "SELECT data FROM outbox WHERE type = $1 ORDER BY seq",
    [type],
  );
  return rows.map(({ data }) => data);
}

/** The newest mail that was asked for, as integrations reads it. */
export async function newestMail(identity: Identity) {
  const [newest] = (await told(identity, "identity.email-verification.requested")).slice(-1);
  const { data } = await identity.ask(
    mailer,
    "query ($id: ID!) { emailVerification(id: $id) { id kind email link locale name } }",
    { id: newest?.["verificationId"] },
  );
  const mail = data.emailVerification as Record<
    "kind" | "email" | "link" | "locale" | "name",
    string
  >;
  return { ...mail, token: mail.link.split("#")[1] ?? "" };
}

/** Signs somebody up and verifies them; the caller that they are once logged in. */
export async function newPerson(
  identity: Identity,
  { email, change = {} }: { email: string; change?: object },
) {
  await identity.mutate(anonymous, ["signUp", "nextStep"], form(email, change));
  const { token } = await newestMail(identity);
  await identity.mutate(anonymous, ["verifyEmail", "account { id }"], { token });
  return logIn(identity, email);
}

/** A log-in with a cookie, and who the gateway then says is calling. */
export async function logIn(identity: Identity, email: string) {
  const input = { email, password, delivery: "COOKIE" };
  const { session } = await identity.mutate(anonymous, ["logIn", "account { id }"], input);
  return { cookie: session.cookie, email, ...(await callerOf(identity, session.cookie)) };
}

/** The caller that the gateway makes of a cookie. */
export async function callerOf({ ask }: Identity, token: string) {
  const { data } = await ask(
    gateway,
    `query ($token: String!) { sessionCaller(input: { token: $token }) {
      accountId sessionId authenticatedAt memberships { organizationId role } } }`,
    { token },
  );
  const found = data.sessionCaller as {
    accountId: string;
    sessionId: string;
    memberships: Membership[];
  };
  const caller: Caller = {
    kind: "account",
    accountId: found.accountId,
    sessionId: found.sessionId,
    memberships: found.memberships,
    isFresh: true,
    purpose: "provide.schedule",
  };
  return { caller, id: found.accountId, sessionId: found.sessionId };
}

function providersFile(providers: readonly object[]): Record<string, string> {
  const file = join(mkdtempSync(join(tmpdir(), "tidbok-providers-")), "providers.json");
  writeFileSync(file, JSON.stringify(providers), { mode: 0o600 });
  return { LOG_IN_PROVIDERS_FILE: file };
}

function secretFiles(tokenKey: JWK): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "tidbok-identity-"));
  const at = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  return {
    TOKEN_KEYS_FILE: at("token-keys.json", JSON.stringify({ keys: [tokenKey] })),
    LINK_SECRET_FILE: at("link-secret", "a secret of a test that is long enough"),
  };
}
