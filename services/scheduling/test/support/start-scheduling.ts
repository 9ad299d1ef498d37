import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Caller } from "@tidbok/domain";
import { newId } from "@tidbok/domain";
import { startService, type Answer, type Beside } from "@tidbok/testing";
import { exportJWK, generateKeyPair } from "jose";
import { readConfig, type Config } from "../../src/config.ts";
import { createServer } from "../../src/server.ts";

/** A Monday, 07:00 in Stockholm. */
export const monday = Date.parse("2027-02-01T06:00:00Z");

/** The service on a database of its own, asked as the gateway asks, at a time that the test sets. */
export async function startScheduling(beside: Beside<Config> = {}) {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
  const keys = { keys: [{ ...(await exportJWK(privateKey)), kid: "one", alg: "EdDSA" }] };
  const keysFile = join(mkdtempSync(join(tmpdir(), "tidbok-manage-")), "keys.json");
  writeFileSync(keysFile, JSON.stringify(keys), { mode: 0o600 });
  const started = await startService({
    ...beside,
    name: "scheduling",
    readConfig,
    createServer,
    // A crowd on a busy machine is served whole.
    env: { MANAGE_LINK_KEYS_FILE: keysFile, LONGEST_LINE_SECONDS: "60" },
    now: monday,
  });
  return { ...started, publicKey };
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
