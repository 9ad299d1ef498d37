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
  /** A date or numbers with dots between, such as `2026-11-01`, `3` or `1.2`; too short for a telephone number. */
  version: z.stringFormat("version", /^(\d{4}-\d{2}-\d{2}|\d{1,4}(\.\d{1,4}){0,2})$/),
  /** SHA-256 in lower-case hexadecimal. */
  hash: z.hash("sha256"),
} as const;
