import { z } from "zod";

/**
 * What an event may be made of. Nothing here can hold a name, an address or words that a person wrote;
 * beside these, an event may have booleans, enums and literals, in objects and arrays.
 */
export const fact = {
  /** A UUID. */
  id: z.uuid(),
  /** A moment, in RFC 3339 with Z. */
  instant: z.iso.datetime(),
  /** How many. The limit keeps a telephone number from passing for a count. */
  count: z.int().min(0).max(1_000_000),
  /** Numbers with dots or hyphens between, such as `3`, `1.2` or `2026-11-01`. */
  version: z.stringFormat("version", /^\d{1,9}([.-]\d{1,9}){0,3}$/),
  /** SHA-256 in lower-case hexadecimal. */
  hash: z.hash("sha256"),
} as const;
