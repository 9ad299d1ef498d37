import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { anonymous, newId, serviceNames, type Caller } from "@tidbok/domain";
import {
  applyMigrations,
  createDatabases,
  databaseUrls,
  startPostgres,
  type Passwords,
} from "@tidbok/infra";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import pg from "pg";
import { readConfig } from "../../src/config.ts";
import { createServer } from "../../src/server.ts";

const service = "scheduling";
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Scheduling in this process on a Postgres of its own, which keeps what it commits as production does. */
export async function startBench() {
  const folder = await mkdtemp(join(tmpdir(), "tidbok-bench-"));
  // Postgres may run as another user, who must be able to pass through.
  await chmod(folder, 0o711);
  const secret = () => randomBytes(16).toString("hex");
  const postgres = await startPostgres({
    dataDir: join(folder, "postgres"),
    password: secret(),
    logFile: join(folder, "postgres.log"),
  });
  const passwords = Object.fromEntries(
    serviceNames.map((name): [string, Passwords] => [
      name,
      { migrate: secret(), app: secret(), read: secret() },
    ]),
  ) as Record<(typeof serviceNames)[number], Passwords>;
  await createDatabases({ url: postgres.url, passwords });
  const urlsOf = (role: "migrate" | "app") =>
    databaseUrls({ service, role, password: passwords[service][role], port: postgres.port });
  const owner = urlsOf("migrate");
  const places = [
    [owner.main, "../../prisma/migrations/"],
    [owner.keys, "../../../../packages/vault/migrations/"],
  ] as const;
  for (const [connectionString, place] of places) {
    const directory = fileURLToPath(new URL(place, import.meta.url));
    await applyMigrations({ connectionString, directory });
  }
  const caller = await callerKeys();
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const kek = { current: "bench", keys: { bench: randomBytes(32).toString("base64") } };
  const app = urlsOf("app");
  const scheduling = await createServer(
    readConfig({
      PORT: "0",
      LOG_LEVEL: "error",
      PUBLIC_URL: "https://book.example",
      DATABASE_URL: app.main,
      KEYS_DATABASE_URL: app.keys,
      NATS_URL: "nats://127.0.0.1:9",
      NATS_SEED_FILE: await write("seed", "none"),
      CALLER_JWKS_FILE: await write("jwks.json", JSON.stringify(caller.jwks)),
      KEK_FILE: await write("kek.json", JSON.stringify(kek)),
      BLIND_INDEX_KEY_FILE: await write("blind", randomBytes(32).toString("base64")),
      MANAGE_LINK_KEYS_FILE: await write("manage.json", JSON.stringify(caller.privateJwks)),
    }),
  );
  const ask = async (who: Caller, query: string, variables: object) => {
    const response = await scheduling.app.inject({
      method: "POST",
      url: "/graphql",
      headers: { authorization: `Bearer ${await caller.tokenOf(who, query)}` },
      payload: { query, variables },
    });
    const { data, errors } = response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    ask,
    folder,
    ownerUrl: owner.main,
    sql: async (text: string, values: unknown[] = []) => {
      const client = new pg.Client({ connectionString: owner.main });
      await client.connect();
      try {
        return (await client.query(text, values)).rows;
      } finally {
        await client.end();
      }
    },
    stop: async () => {
      await scheduling.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Bench = Awaited<ReturnType<typeof startBench>>;

/** A host who is always open, alone in an organization, with a meeting of 15 minutes. */
export async function offerMeeting({ ask }: Bench) {
  const organizationId = newId();
  const host: Caller = {
    kind: "account",
    accountId: newId(),
    sessionId: newId(),
    isFresh: false,
    memberships: [{ organizationId, role: "OWNER" }],
    purpose: "provide.schedule",
  };
  const weekly = [{ days: everyDay, start: "00:00", end: "24:00" }];
  const schedule = { organizationId, name: "Always", timeZone: "Europe/Stockholm", weekly };
  const { createSchedule } = await ask(
    host,
    "mutation ($input: CreateScheduleInput!) { createSchedule(input: $input) { id } }",
    { input: schedule },
  );
  const meetingType = {
    organizationId,
    scheduleId: createSchedule.id,
    slug: "talk",
    title: "A talk",
    durationsMinutes: [15],
    noticeMinutes: 0,
    horizonDays: 365,
  };
  const made = await ask(
    host,
    "mutation ($input: CreateMeetingTypeInput!) { createMeetingType(input: $input) { id } }",
    { input: meetingType },
  );
  return {
    organizationId,
    hostId: host.accountId,
    meetingTypeId: made.createMeetingType.id as string,
  };
}

export type Offer = Awaited<ReturnType<typeof offerMeeting>>;

// Fewer bookings than one network may make of one meeting type; the next token is another visitor's.
const mostUses = 30;

// A caller's token is good for one operation and lasts a minute, and the gateway keeps one for as long as it may.
async function callerKeys() {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
  const named = { kid: "bench", alg: "EdDSA" };
  const tokens = new Map<
    string,
    { readonly token: string; readonly until: number; uses: number }
  >();
  return {
    jwks: { keys: [{ ...(await exportJWK(publicKey)), ...named }] },
    privateJwks: { keys: [{ ...(await exportJWK(privateKey)), ...named }] },
    tokenOf: async (caller: Caller = anonymous, query = "") => {
      const operation = createHash("sha256").update(query).digest("base64url");
      const key = JSON.stringify([caller, operation]);
      const kept = tokens.get(key);
      if (kept && kept.until > Date.now() && kept.uses < mostUses) {
        kept.uses += 1;
        return kept.token;
      }
      const token = await new SignJWT({ caller, operation, network: newId() })
        .setProtectedHeader({ typ: "caller+jwt", ...named })
        .setIssuer("gateway")
        .setAudience(service)
        .setIssuedAt()
        .setExpirationTime("60s")
        .sign(privateKey);
      tokens.set(key, { token, until: Date.now() + 30_000, uses: 1 });
      return token;
    },
  };
}
