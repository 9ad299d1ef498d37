import type { Context } from "../../context.ts";
import { RateLimited } from "../../accounts/domain/log-in-errors.ts";

/**
 * Counts a visit of a page by the visitor's network, and returns how many seconds the visitor must wait; null while
 * the network is within the limit. A visit without a known network is not counted, because one counter for all of
 * them would let one visitor lock out the others.
 */
export async function countVisit(
  { limits, origin, store }: Pick<Context, "limits" | "origin" | "store">,
  limit: "oauth-network" | "device-code-network",
): Promise<number | null> {
  if (!origin?.network) return null;
  try {
    await limits.take(limit, store.fingerprintOf(origin.network));
    return null;
  } catch (error) {
    if (!(error instanceof RateLimited)) throw error;
    return Number(error.details["retryAfterSeconds"]);
  }
}
