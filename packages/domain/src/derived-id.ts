import { v5 } from "uuid";

const namespace = "b3f1c6a2-5d0e-4c37-9a4b-7e2f8d61c905";

/**
 * The id of an object that has no row of its own, from the ids of what it joins: a UUIDv5 (RFC 9562), always the same for
 * the same ids. It can be compared, not read.
 */
export function derivedId(type: string, ids: readonly string[]): string {
  return v5([type, ...ids].join(":").toLowerCase(), namespace);
}
