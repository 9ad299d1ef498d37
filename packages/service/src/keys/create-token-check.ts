import { jwtVerify, type JWTPayload, type JWTVerifyOptions } from "jose";
import { LRUCache } from "lru-cache";
import type { KeySet } from "./create-key-set.ts";

/** A token's claims; rejects with jose's error for an invalid token. */
export type TokenCheck<Claims> = (token: string) => Promise<Claims>;

// The clocks of two machines differ; a token from a clock that is ahead must not be refused.
const clockToleranceSeconds = 3;

/**
 * A check of JWTs. A valid token is remembered until it expires or the keys change, because the same token comes with every
 * request of one client. Times may be off by three seconds either way. Tokens without `exp` are refused.
 */
export function createTokenCheck<Claims extends JWTPayload>({
  keys,
  options,
  remembered = 5_000,
}: {
  keys: KeySet;
  options: JWTVerifyOptions;
  /** How many tokens are remembered at most. */
  remembered?: number;
}): TokenCheck<Claims> {
  const known = new LRUCache<string, Claims>({ max: remembered });
  const required = {
    clockTolerance: clockToleranceSeconds,
    ...options,
    requiredClaims: ["exp", ...(options.requiredClaims ?? [])],
  };
  let generation = keys.generation();
  return async (token) => {
    if (generation !== keys.generation()) {
      generation = keys.generation();
      known.clear();
    }
    const seen = known.get(token);
    if (seen) return seen;
    const checkedBy = generation;
    const { payload } = await jwtVerify<Claims>(token, keys.find, required);
    const ttl = (payload.exp ?? 0) * 1000 - Date.now();
    if (ttl > 0 && checkedBy === keys.generation()) known.set(token, payload, { ttl });
    return payload;
  };
}
