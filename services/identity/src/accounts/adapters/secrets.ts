import { createHash, randomBytes } from "node:crypto";

/** A secret that was just made, and the only form of it that is kept. */
export type Secret = { readonly text: string; readonly hash: Uint8Array<ArrayBuffer> };

/** 256 random bits: a cookie's value, a refresh token. So much chance needs no slow hash. */
export function newSecret(): Secret {
  const text = randomBytes(32).toString("base64url");
  return { text, hash: hashOf(text) };
}

/** What a secret is found by. */
export function hashOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(text).digest());
}
