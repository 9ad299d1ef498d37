import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import { createKeyFile } from "@tidbok/vault";
import type { JWK } from "jose";
import { PlainFailure } from "../plain-failure.ts";
import { writeWhole } from "../write-whole.ts";
import { publicHalf } from "./public-half.ts";
import { makeSigningKey } from "./signing-key.ts";

/** The file of each key. A private side is named after its signer, a public side after what it verifies. */
export function keyFiles(folder: string) {
  const at = (name: string) => join(folder, name);
  return {
    callerKeys: at("gateway-caller.keys.json"),
    callerJwks: at("caller.jwks.json"),
    accessKeys: at("identity-access.keys.json"),
    accessJwks: at("access.jwks.json"),
    manageLinkKeys: at("scheduling-manage-link.keys.json"),
    manageLinkJwks: at("manage-link.jwks.json"),
    linkSecret: at("identity-link.secret"),
    kekOf: (service: ServiceName) => at(`${service}-kek.json`),
    blindIndexOf: (service: ServiceName) => at(`${service}-blind-index.key`),
  };
}

export type KeyFiles = ReturnType<typeof keyFiles>;

/** Makes every key that is missing, each in a file that only we may read; leaves those that are there alone. */
export async function ensureKeys(folder: string): Promise<KeyFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = keyFiles(folder);
  await ensurePair("Ed25519", { keys: files.callerKeys, jwks: files.callerJwks });
  await ensurePair("P-256", { keys: files.accessKeys, jwks: files.accessJwks });
  await ensurePair("Ed25519", { keys: files.manageLinkKeys, jwks: files.manageLinkJwks });
  await ensureSecret(files.linkSecret);
  for (const service of serviceNames) {
    await createKeyFile(files.kekOf(service));
    await ensureSecret(files.blindIndexOf(service));
  }
  return files;
}

// What is there is never replaced: tokens and links of the private keys are in other hands.
async function ensurePair(
  curve: "Ed25519" | "P-256",
  files: { readonly keys: string; readonly jwks: string },
): Promise<void> {
  const hasPublic = existsSync(files.jwks);
  if (existsSync(files.keys)) {
    if (hasPublic) return;
    const { keys } = JSON.parse(await readFile(files.keys, "utf8")) as { keys: readonly JWK[] };
    return writeWhole(files.jwks, JSON.stringify({ keys: keys.map(publicHalf) }));
  }
  if (hasPublic) {
    throw new PlainFailure(
      `${files.keys} is missing and ${files.jwks} is there: bring the private keys back from a copy, or delete the public ones too for a fresh pair.`,
    );
  }
  const { privateJwk, jwks } = await makeSigningKey(curve);
  // The private side first: a start that breaks off between the two derives the public side the next time.
  await writeWhole(files.keys, JSON.stringify({ keys: [privateJwk] }));
  await writeWhole(files.jwks, JSON.stringify(jwks));
}

async function ensureSecret(file: string): Promise<void> {
  if (existsSync(file)) return;
  await writeWhole(file, `${randomBytes(32).toString("base64")}\n`);
}
