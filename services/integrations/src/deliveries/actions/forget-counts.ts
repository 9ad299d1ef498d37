import type { Context } from "../../context.ts";

const batch = 10_000;

/** Deletes the counts of mails whose time is over, some at a time; whether there may be more. */
export async function forgetCounts({ store, now }: Context): Promise<boolean> {
  return (await store.mailCounts.removeOver(now, batch)) === batch;
}
