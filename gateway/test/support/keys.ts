import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importJWK, SignJWT, type JSONWebKeySet, type JWK } from "jose";
import { stateFolder } from "./running-platform.ts";

/** What a forger holds after stealing a private key of this platform, or of another one. */
export type Forged = {
  readonly typ: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly issuer: string;
  readonly audience: string;
  readonly subject?: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly issuedAgo?: number;
};

/** A private key of the platform: the one that signs caller tokens, manage links or access tokens. */
export function keyOf(file: "gateway-caller" | "scheduling-manage-link" | "identity-access"): JWK {
  const text = readFileSync(join(stateFolder(), "keys", `${file}.keys.json`), "utf8");
  const [key] = (JSON.parse(text) as JSONWebKeySet).keys;
  if (!key) throw new Error(`${file} has no key`);
  return key;
}

/** A token with these claims, signed with the key. */
export async function signed(key: JWK, forged: Forged): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const { typ, claims, issuer, audience, subject, expiresIn = 50, issuedAgo = 0 } = forged;
  const alg = key.alg ?? "EdDSA";
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg, typ, kid: key.kid ?? "" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(now - issuedAgo)
    .setExpirationTime(now + expiresIn);
  if (subject) token.setSubject(subject);
  return token.sign(await importJWK(key, alg));
}
