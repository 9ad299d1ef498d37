import type { Context } from "../../context.ts";
import { retention } from "../domain/retention.ts";

/**
 * Removes rows past their retention: sign-ups that were never verified, sessions and invitations that
 * ended long ago. True when there may be more.
 */
export async function forgetStale(context: Context): Promise<boolean> {
  const { log, now, keep } = context;
  const count = await context.store.transaction((store) =>
    store.stale.forget(retention(keep, now)),
  );
  if (count > 0) log.info({ count }, "rows past their retention are removed");
  return count > 0;
}
