import { randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServiceName } from "@tidbok/domain";
import { callerJwksFile } from "./caller-token.ts";
import type { TestDatabase } from "./test-database.ts";
import type { TestNats } from "./test-nats.ts";

/**
 * What a service's `readConfig` reads, for a test: any free port, fresh keys, silent. Without `nats`
 * the service is configured for a server that is not there.
 */
export function serviceEnv(
  service: ServiceName,
  { database, nats }: { database: TestDatabase; nats?: TestNats },
): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), `tidbok-${service}-`));
  const secretFile = (name: string, text = randomBytes(32).toString("base64")) => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  // As vault's createKeyFile writes it; the vault's own tests use this package, so it is not imported.
  const keyRing = { current: "test", keys: { test: randomBytes(32).toString("base64") } };
  return {
    PORT: "0",
    DATABASE_URL: database.url,
    KEYS_DATABASE_URL: database.keysUrl,
    NATS_URL: nats?.url ?? "nats://127.0.0.1:9",
    NATS_SEED_FILE: nats?.seedFile(service) ?? secretFile("no-seed"),
    CALLER_JWKS_FILE: callerJwksFile(),
    KEK_FILE: secretFile("kek.json", JSON.stringify(keyRing)),
    BLIND_INDEX_KEY_FILE: secretFile("blind-index-key"),
    PUBLIC_URL: "https://book.tidbok.example",
    LOG_LEVEL: "silent",
  };
}
