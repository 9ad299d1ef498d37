import { createHash, createHmac } from "node:crypto";
import { tokenTypes, type Caller, type Origin } from "@tidbok/domain";
import { importJWK, SignJWT, type JWK, type JWTPayload } from "jose";
import { LRUCache } from "lru-cache";
import { createTokenCheck, type KeySet } from "./create-token-check.ts";

/**
 * A token that tells one service the caller, and its origin where the service must know it; valid for 60 seconds and for one
 * operation, whatever its variables.
 */
export type SignCaller = (
  caller: Caller,
  audience: string,
  content?: {
    /** The text of the operation that the token is good for. Without it the token opens no GraphQL. */
    readonly operation?: string;
    readonly origin?: Origin;
    /** Told as a fingerprint under a secret of the gateway's: enough to count by, and no more. */
    readonly network?: string | null;
  },
) => Promise<string>;

/**
 * A signer of caller tokens. A token is signed once per caller, service and operation and reused for 30 seconds.
 * `currentKey` is asked each time, for the key may be another by then.
 */
export function createCallerSigner(currentKey: () => JWK): SignCaller {
  const imported = new WeakMap<JWK, ReturnType<typeof importJWK>>();
  const made = new LRUCache<string, Promise<string>>({ max: 10_000, ttl: 30_000 });
  return (caller, audience, { operation, origin, network } = {}) => {
    const claims = {
      caller,
      ...(operation !== undefined && { operation: operationHash(operation) }),
      ...(origin && { origin }),
      ...(network && { network: fingerprint(network, currentKey()) }),
    };
    const name = cacheName(claims, audience);
    const cached = made.get(name);
    if (cached) return cached;
    const privateJwk = currentKey();
    const key = imported.get(privateJwk) ?? importJWK(privateJwk, "EdDSA");
    imported.set(privateJwk, key);
    const token = key.then((signingKey) =>
      new SignJWT(claims)
        .setProtectedHeader({
          alg: "EdDSA",
          typ: tokenTypes.caller,
          kid: privateJwk.kid ?? "gateway",
        })
        .setIssuer("gateway")
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime("60s")
        .sign(signingKey),
    );
    made.set(name, token);
    return token;
  };
}

/** What a caller token says of the text of an operation: SHA-256, base64url. */
export function operationHash(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

// Another key gives other fingerprints, so a network cannot be followed for longer than a key lasts.
function fingerprint(network: string, { d = "" }: JWK): string {
  return createHmac("sha256", d).update("network\0").update(network).digest("base64url");
}

function cacheName(claims: object, audience: string): string {
  return createHash("sha256")
    .update(audience)
    .update("\0")
    .update(JSON.stringify(claims))
    .digest("base64");
}

/** Who asks, and where from as far as this service must know. */
export type Verified = {
  readonly caller: Caller;
  /** The hash of the one operation that the token is good for. */
  readonly operation?: string;
  readonly origin?: Origin;
  /** A fingerprint of the network, for a service that must only count. */
  readonly network?: string;
};

/** What a token says; rejects when the token is not the gateway's, not for us, or expired. */
export type VerifyCaller = (token: string) => Promise<Verified>;

/**
 * A verifier of caller tokens (JWT, EdDSA, `typ: caller+jwt`, RFC 8725): the gateway signs, everybody
 * else can only check. A token is verified once and remembered until it expires.
 */
export function createCallerVerifier({
  keys,
  audience,
}: {
  keys: KeySet;
  audience: string;
}): VerifyCaller {
  const check = createTokenCheck<JWTPayload & Verified>({
    keys,
    options: {
      algorithms: ["EdDSA"],
      typ: tokenTypes.caller,
      issuer: "gateway",
      audience,
      requiredClaims: ["iat", "caller"],
      maxTokenAge: 60,
    },
  });
  return async (token) => {
    const { caller, operation, origin, network } = await check(token);
    return {
      caller,
      ...(operation && { operation }),
      ...(origin && { origin }),
      ...(network && { network }),
    };
  };
}
