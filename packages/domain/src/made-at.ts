import { version } from "uuid";
import type { Instant } from "./interval.ts";

/** When the id was made, as a UUIDv7 contains it (RFC 9562); null for ids of other versions. */
export function madeAt(id: string): Instant | null {
  return version(id) === 7 ? Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16) : null;
}
