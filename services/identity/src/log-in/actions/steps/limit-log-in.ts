import type { Context } from "../../../context.ts";

type Limiting = Pick<Context, "store" | "limits" | "origin">;

/**
 * Counts an attempt before it is checked, so that parallel guesses reach the limit too. Throws RateLimited, for known
 * and unknown addresses alike.
 */
export async function limitLogIn(context: Limiting, email: string): Promise<void> {
  const { account, network, here } = namesOf(context, email);
  if (network !== null) await context.limits.take("log-in-network", network);
  await context.limits.take("log-in", here);
  await context.limits.take("log-in-account", account);
}

/** Resets an account's counters after a log-in. The attempts of the network on other accounts still count. */
export async function forgiveLogIn(context: Limiting, email: string): Promise<void> {
  const { account, here } = namesOf(context, email);
  await context.limits.clear("log-in", here);
  await context.limits.clear("log-in-account", account);
}

function namesOf({ store, origin }: Limiting, email: string) {
  const account = store.fingerprintOf(email);
  const network = origin?.network ? store.fingerprintOf(origin.network) : null;
  return { account, network, here: network === null ? account : `${account}.${network}` };
}
