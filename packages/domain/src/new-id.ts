import { v7 } from "uuid";

/** A fresh UUIDv7 (RFC 9562): sorts by time of making and carries nothing else. */
export function newId(): string {
  return v7();
}
