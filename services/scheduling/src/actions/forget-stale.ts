import type { Context } from "../context.ts";

const hour = 60 * 60_000;
const keysFor = 24 * hour;

/** Forgets holds that expired an hour ago and idempotency keys of yesterday. False: nothing is left to do at once. */
export async function forgetStale({ store, now, log }: Context): Promise<false> {
  const holds = await store.transaction((inside) => inside.holds.removeExpired(now - hour));
  const keys = await store.answeredRequests.forget(now - keysFor);
  if (holds + keys > 0) log.info({ count: holds + keys }, "holds and keys forgotten");
  return false;
}
