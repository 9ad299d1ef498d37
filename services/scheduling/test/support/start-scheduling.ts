import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Caller } from "@tidbok/domain";
import { newId } from "@tidbok/domain";
import {
  asker,
  serviceEnv,
  testDatabase,
  type Answer,
  type TestDatabase,
  type TestNats,
} from "@tidbok/testing";
import { exportJWK, generateKeyPair } from "jose";
import pg from "pg";
import { readConfig, type Config } from "../../src/config.ts";
import { createServer } from "../../src/server.ts";

/** A Monday, 07:00 in Stockholm. */
export const monday = Date.parse("2027-02-01T06:00:00Z");

/** The service on a database of its own, asked as the gateway asks, at a time that the test sets. */
export async function startScheduling(
  beside: {
    /** Of another process of the same installation. */
    readonly database?: TestDatabase;
    readonly config?: Config;
    readonly nats?: TestNats;
  } = {},
) {
  const database = beside.database ?? (await testDatabase("scheduling"));
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
  const keys = { keys: [{ ...(await exportJWK(privateKey)), kid: "one", alg: "EdDSA" }] };
  const keysFile = join(mkdtempSync(join(tmpdir(), "tidbok-manage-")), "keys.json");
  writeFileSync(keysFile, JSON.stringify(keys), { mode: 0o600 });
  const env = {
    ...serviceEnv("scheduling", { database, ...(beside.nats && { nats: beside.nats }) }),
    MANAGE_LINK_KEYS_FILE: keysFile,
  };
  const clock = { now: monday };
  const config = beside.config ?? readConfig(env);
  const service = await createServer(config, { clock: () => clock.now });
  const pool = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  // The database may be taken away while an idle connection closes.
  pool.on("error", () => undefined);
  const ask = asker(service.app, "scheduling");
  return {
    service,
    clock,
    /** What another process of the same installation is started with. */
    env,
    config,
    database,
    ask,
    publicKey,
    sql: async (text: string, values: unknown[] = []) => (await pool.query(text, values)).rows,
    keys: async (text: string) => {
      const client = new pg.Client({ connectionString: database.superuserKeysUrl });
      await client.connect();
      const { rows } = await client.query(text);
      await client.end();
      return rows;
    },
    /** The data; fails the test with the errors where there are any. */
    data: async (caller: Caller, query: string, variables?: Record<string, unknown>) => {
      const answer = await ask(caller, { query, ...(variables && { variables }) });
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    stop: async () => {
      await pool.end();
      await service.stop();
      if (!beside.database) await database.drop();
    },
  };
}

export type Scheduling = Awaited<ReturnType<typeof startScheduling>>;

/** The code of the first error, or null. */
export function codeOf(answer: Answer): string | null {
  return answer.errors?.[0]?.extensions.code ?? null;
}

/** The mistakes of an INVALID_INPUT, as `path CODE`. */
export function problemsOf(answer: Answer): readonly string[] {
  const { problems = [] } = (answer.errors?.[0]?.extensions ?? {}) as {
    problems?: readonly { path: string; code: string }[];
  };
  return problems.map(({ path, code }) => `${path} ${code}`);
}

export function account(
  organizationId: string,
  role: "OWNER" | "ADMIN" | "MEMBER",
  accountId = newId(),
): Extract<Caller, { kind: "account" }> {
  return {
    kind: "account",
    accountId,
    sessionId: newId(),
    isFresh: false,
    memberships: [{ organizationId, role }],
    purpose: "provide.schedule",
  };
}
