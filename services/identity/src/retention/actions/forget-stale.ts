import { destroyKeysNow } from "../../accounts/actions/steps/destroy-keys-now.ts";
import type { Context } from "../../context.ts";
import { retention } from "../domain/retention.ts";
import { removeBatch } from "./steps/remove-batch.ts";

/**
 * Removes rows past their retention, a batch of each kind: sign-ups that were never verified, sessions and invitations
 * that ended long ago. A kind that fails is logged and delays no other. True when there may be more.
 */
export async function forgetStale(context: Context): Promise<boolean> {
  const { log, now, keep, store } = context;
  const limits = retention(keep, now);
  let total = 0;
  for (const kind of Object.keys(store.stale) as (keyof Context["store"]["stale"])[]) {
    try {
      const count = await removeBatch(store, { kind, limits });
      if (count > 0) log.info({ kind, count }, "rows past their retention are removed");
      total += count;
    } catch (error) {
      log.error({ kind, err: error }, "rows past their retention could not be removed");
    }
  }
  await destroyKeysNow(context);
  return total > 0;
}
