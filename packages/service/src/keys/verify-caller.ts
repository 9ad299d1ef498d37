import { tokenTypes, type Caller, type Origin } from "@tidbok/domain";
import type { JWTPayload } from "jose";
import type { KeySet } from "./create-key-set.ts";
import { createTokenCheck } from "./create-token-check.ts";

/** Who asks, and where from as far as this service must know. */
export type Verified = {
  readonly caller: Caller;
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
    const { caller, origin, network } = await check(token);
    return { caller, ...(origin && { origin }), ...(network && { network }) };
  };
}
