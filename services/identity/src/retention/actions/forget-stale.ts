import type { Context } from "../../context.ts";
import { retention } from "../domain/retention.ts";

/**
 * Forgets some of what nobody needs any more: sign-ups that were never verified, sessions and
 * invitations long over. True when there may be more.
 */
export async function forgetStale({ store, log, now, keep }: Context): Promise<boolean> {
  const count = await store.transaction((inner) => inner.stale.forget(retention(keep, now)));
  if (count > 0) log.info({ count }, "forgot what was kept for long enough");
  return count > 0;
}
