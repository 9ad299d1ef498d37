import { readFile } from "node:fs/promises";
import type { JSONWebKeySet, JWK } from "jose";
import { writeWhole } from "../write-whole.ts";
import { publicHalf } from "./public-half.ts";
import { makeSigningKey } from "./signing-key.ts";

/** The two files of one kind of key: the signer has the one, the verifiers have the other. */
export type KeyPairFiles = { readonly keys: string; readonly jwks: string };

export type RotationTimes = {
  readonly now: number;
  /** How long it takes at most until every program has read a file that has changed. */
  readonly settleMilliseconds: number;
  /** How long a token of the key lives at most. */
  readonly lifetimeMilliseconds: number;
};

/** What one step did, and from when on the next one may be made; null when the keys have been rotated. */
export type Step =
  | { readonly did: "PUBLISHED" | "SIGNING" | "NOTHING"; readonly nextAt: number }
  | { readonly did: "RETIRED"; readonly nextAt: null };

/** A private key, and what rotation has to remember of it; readers of the file pass over both. */
type Key = JWK & { readonly publishedAt?: number; readonly retiredAt?: number };

/**
 * Makes the next step of exchanging a signing key, so that no token is ever refused for it: a new key is published,
 * then signs, then the old one goes, once no token of it lives. A step that comes too early does nothing; one that
 * was broken off is made again.
 */
export async function rotateKeys(files: KeyPairFiles, times: RotationTimes): Promise<Step> {
  const { now, settleMilliseconds, lifetimeMilliseconds } = times;
  const keys = (JSON.parse(await readFile(files.keys, "utf8")) as { keys: readonly Key[] }).keys;
  const [signing, ...others] = keys;
  if (!signing) throw new Error("There is no key to exchange.");
  const retired = others.find(({ retiredAt }) => retiredAt !== undefined);
  if (retired?.retiredAt !== undefined) {
    const nextAt = retired.retiredAt + settleMilliseconds + lifetimeMilliseconds;
    if (now < nextAt) return { did: "NOTHING", nextAt };
    await write(files, [signing]);
    return { did: "RETIRED", nextAt: null };
  }
  const next = others.find(({ publishedAt }) => publishedAt !== undefined);
  if (next?.publishedAt !== undefined) {
    const nextAt = next.publishedAt + settleMilliseconds;
    if (now < nextAt) return { did: "NOTHING", nextAt };
    await write(files, [next, { ...signing, retiredAt: now }]);
    return { did: "SIGNING", nextAt: now + settleMilliseconds + lifetimeMilliseconds };
  }
  const curve = signing.crv === "P-256" ? "P-256" : "Ed25519";
  const { privateJwk } = await makeSigningKey(curve);
  await write(files, [signing, { ...privateJwk, publishedAt: now }]);
  return { did: "PUBLISHED", nextAt: now + settleMilliseconds };
}

// Verifiers must know a key before it signs anything, and it signs nothing any more when they forget it.
async function write(files: KeyPairFiles, keys: readonly Key[]): Promise<void> {
  const jwks: JSONWebKeySet = { keys: keys.map(publicHalf) };
  await writeWhole(files.jwks, JSON.stringify(jwks));
  await writeWhole(files.keys, JSON.stringify({ keys }));
}
