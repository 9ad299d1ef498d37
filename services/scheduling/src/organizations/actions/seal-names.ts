import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";

// Each name is sealed by itself.
const batch = 100;

/** Seals a batch of the names of schedules and feeds from before names were sealed. True when more may be left. */
export async function sealNames(context: Context): Promise<boolean> {
  const sealed = await inTransaction(context, async ({ store }) => ({
    schedules: await store.scheduleNames.sealPlain(batch),
    feeds: await store.calendarFeeds.sealPlainNames(batch),
  }));
  if (Math.max(...Object.values(sealed)) > 0) context.log.info(sealed, "names sealed");
  return Object.values(sealed).includes(batch);
}
