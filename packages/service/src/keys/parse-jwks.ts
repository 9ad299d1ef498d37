import type { JSONWebKeySet } from "jose";

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
