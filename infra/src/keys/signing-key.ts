import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from "jose";

export type SigningKey = { readonly privateJwk: JWK; readonly jwks: JSONWebKeySet };

/** A fresh pair: one side signs, everybody may check. The key's id is random, so that a next one never has the same. */
export async function makeSigningKey(curve: "Ed25519" | "P-256"): Promise<SigningKey> {
  const alg = curve === "Ed25519" ? "EdDSA" : "ES256";
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const facts = { kid: randomUUID(), alg, use: "sig" };
  return {
    privateJwk: { ...(await exportJWK(privateKey)), ...facts },
    jwks: { keys: [{ ...(await exportJWK(publicKey)), ...facts }] },
  };
}
