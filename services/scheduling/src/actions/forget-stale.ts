import type { Context } from "../context.ts";

const hour = 60 * 60_000;
const keysFor = 24 * hour;

// Much less than a statement has time for, however many there are.
const batch = 1_000;

/** Forgets some holds that expired an hour ago and idempotency keys of yesterday. True when there may be more. */
export async function forgetStale({ store, now, log }: Context): Promise<boolean> {
  const holds = await store.transaction((inside) => inside.holds.removeExpired(now - hour, batch));
  const keys = await store.answeredRequests.forget(now - keysFor, batch);
  if (holds + keys > 0) log.info({ count: holds + keys }, "holds and keys forgotten");
  return holds === batch || keys === batch;
}
