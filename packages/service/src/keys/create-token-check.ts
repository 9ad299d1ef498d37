import {
  type JSONWebKeySet,
  createLocalJWKSet,
  type JWTVerifyGetKey,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyOptions,
} from "jose";
import { LRUCache } from "lru-cache";

/** A JWK set from its text. Throws, without repeating the text, for what is none: it may be a private one. */
export function parseJwks(text: string): JSONWebKeySet {
  const set = parse(text);
  if (!Array.isArray(set?.keys) || set.keys.length === 0) throw new Error("This is no JWK set.");
  return { keys: set.keys };
}

function parse(text: string): Partial<JSONWebKeySet> | null {
  try {
    return JSON.parse(text) as Partial<JSONWebKeySet> | null;
  } catch {
    return null;
  }
}

/** Public keys that may be replaced while the program runs. */
export type KeySet = {
  /** The key for a token's header; rejects where there is none. */
  readonly find: JWTVerifyGetKey;
  /** Counts replacements: what was checked by the keys of before must be checked again. */
  readonly generation: () => number;
  /** Throws for what is no JWK set, and keeps the keys of before. */
  replace(jwks: JSONWebKeySet): void;
};

/** A set of the keys that are known at the start. */
export function createKeySet(jwks: JSONWebKeySet): KeySet {
  let keys = createLocalJWKSet(jwks);
  let generation = 0;
  return {
    find: (header, token) => keys(header, token),
    generation: () => generation,
    replace: (next) => {
      keys = createLocalJWKSet(next);
      generation += 1;
    },
  };
}

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
