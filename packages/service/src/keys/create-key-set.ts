import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";

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
