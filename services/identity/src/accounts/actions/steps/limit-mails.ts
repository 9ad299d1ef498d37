import type { Context } from "../../../context.ts";

/**
 * Counts what makes a mail go to an address that a visitor typed. By network it may be said that there
 * were too many: that tells nothing about the address. Throws RateLimited.
 */
export async function limitMails({
  store,
  limits,
  origin,
}: Pick<Context, "store" | "limits" | "origin">): Promise<void> {
  if (origin?.network) await limits.take("mail-network", store.fingerprintOf(origin.network));
}
