import { randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServiceName } from "@tidbok/domain";
import { createKeyFile } from "@tidbok/vault";
import { callerJwksFile } from "./caller-token.ts";
import type { TestDatabase } from "./test-database.ts";
import type { TestNats } from "./test-nats.ts";

/**
 * What a service's `readConfig` reads, for a test: any free port, fresh keys, silent. Without `nats`
 * the service is configured for a server that is not there.
 */
export async function serviceEnv(
  service: ServiceName,
  { database, nats }: { database: TestDatabase; nats?: TestNats },
): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), `tidbok-${service}-`));
  const kekFile = join(folder, "kek.json");
  await createKeyFile(kekFile);
  const secretFile = (name: string) => {
    const path = join(folder, name);
    writeFileSync(path, randomBytes(32).toString("base64"), { mode: 0o600 });
    return path;
  };
  return {
    PORT: "0",
    DATABASE_URL: database.url,
    KEYS_DATABASE_URL: database.keysUrl,
    NATS_URL: nats?.url ?? "nats://127.0.0.1:9",
    NATS_SEED_FILE: nats?.seedFile(service) ?? secretFile("no-seed"),
    CALLER_JWKS_FILE: callerJwksFile(),
    KEK_FILE: kekFile,
    BLIND_INDEX_KEY_FILE: secretFile("blind-index-key"),
    CURSOR_KEY_FILE: secretFile("cursor-key"),
    PUBLIC_URL: "https://book.tidbok.example",
    LOG_LEVEL: "silent",
  };
}
