import type { JWK } from "jose";

/** The private keys of tokens as they are now. */
export type TokenKeys = {
  /** The first signs; the others are published: the next one to sign, and the one before, while its tokens are valid. */
  readonly all: () => readonly JWK[];
  /** Takes the text of TOKEN_KEYS_FILE. Throws where it is no such set, and keeps the keys of before. */
  replace(text: string): void;
};

/** The keys of tokens. Throws when no key can sign. */
export function createTokenKeys(text: string): TokenKeys {
  let keys = read(text);
  return {
    all: () => keys,
    replace: (next) => {
      keys = read(next);
    },
  };
}

function read(text: string): readonly JWK[] {
  try {
    const { keys } = JSON.parse(text) as { keys: readonly JWK[] };
    const ids = new Set(keys.map(({ kid }) => kid));
    if (keys.length > 0 && keys.every(isSigningKey) && ids.size === keys.length) return keys;
  } catch {
    // What is wrong is said below, without a word of the text.
  }
  throw new Error(
    "TOKEN_KEYS_FILE is no JWK set of private P-256 keys, each with an id of its own.",
  );
}

function isSigningKey({ kty, crv, d, kid }: JWK): boolean {
  return kty === "EC" && crv === "P-256" && Boolean(d) && Boolean(kid);
}
