import { NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { isOwnFeed, requireFeedOwner, type CalendarFeed } from "../../domain/calendar-feed.ts";

/** The feed, locked until the transaction ends, for its owner. Throws NotFound for other callers, admins included, as if the feed did not exist. */
export async function ownCalendarFeed(
  { caller, store }: Pick<Context, "caller" | "store">,
  calendarFeedId: string,
): Promise<CalendarFeed> {
  requireFeedOwner(caller);
  const feed = await store.calendarFeeds.lock(calendarFeedId);
  if (!feed || !isOwnFeed(caller, feed)) throw new NotFound("calendar feed");
  return feed;
}
