import type { Context } from "../../context.ts";
import { RateLimited } from "../../accounts/domain/log-in-errors.ts";

/**
 * Counts what anybody may ask of the authorization server, by network: how many seconds to wait where there
 * were too many, else null. Where no network is known, nobody is counted as everybody.
 */
export async function waitFor(
  { limits, origin, store }: Pick<Context, "limits" | "origin" | "store">,
  what: "oauth-network" | "device-code-network",
): Promise<number | null> {
  if (!origin?.network) return null;
  try {
    await limits.take(what, store.fingerprintOf(origin.network));
    return null;
  } catch (error) {
    if (!(error instanceof RateLimited)) throw error;
    return Number(error.details["retryAfterSeconds"]);
  }
}
