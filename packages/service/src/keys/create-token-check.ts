import { jwtVerify, type JWTPayload, type JWTVerifyOptions } from "jose";
import { LRUCache } from "lru-cache";
import type { KeySet } from "./create-key-set.ts";

/** A token's claims; rejects with jose's error where the token does not hold. */
export type TokenCheck<Claims> = (token: string) => Promise<Claims>;

/**
 * A check of JWTs. One that held is remembered until it expires or the keys change, for the same token comes
 * with every request of the same client. Tokens without `exp` are refused.
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
  const required = { ...options, requiredClaims: ["exp", ...(options.requiredClaims ?? [])] };
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
