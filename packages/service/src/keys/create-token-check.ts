import {
  type JSONWebKeySet,
  createLocalJWKSet,
  errors,
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

// The clock of the machine that signs may be ahead of this one.
const earlySeconds = 3;

/**
 * A check of JWTs. A token that was issued, or begins, up to 3 s from now counts already; one that expired counts no
 * longer, to the second. One that held is remembered until it expires or the keys change, for the same token comes
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
  const rules: JWTVerifyOptions = {
    ...options,
    requiredClaims: ["exp", ...(options.requiredClaims ?? [])],
    clockTolerance: earlySeconds,
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
    const { payload } = await jwtVerify<Claims>(token, keys.find, rules);
    const ttl = (payload.exp ?? 0) * 1000 - Date.now();
    // jose's tolerance is for tokens that are late, too.
    if (ttl <= 0) throw new errors.JWTExpired("exp has passed", payload, "exp", "check_failed");
    if (checkedBy === keys.generation()) known.set(token, payload, { ttl });
    return payload;
  };
}
