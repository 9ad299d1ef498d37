import type { Context } from "../context.ts";

/** Erases one account whose days of grace are over. True when there may be more. */
export async function eraseClosed({ store, erase, log, now }: Context): Promise<boolean> {
  const accountId = await store.absences.findOver(now);
  if (accountId === null) return false;
  await erase(accountId);
  log.info({ accountId }, "erased an account that was closed");
  return true;
}
