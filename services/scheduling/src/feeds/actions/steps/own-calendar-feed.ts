import { NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { isOwnFeed, requireFeedOwner, type CalendarFeed } from "../../domain/calendar-feed.ts";

/** The feed, for whose it is; to everybody else there is none, an admin included. */
export async function ownCalendarFeed(
  { caller, store }: Pick<Context, "caller" | "store">,
  calendarFeedId: string,
): Promise<CalendarFeed> {
  requireFeedOwner(caller);
  const feed = await store.calendarFeeds.find(calendarFeedId);
  if (!feed || !isOwnFeed(caller, feed)) throw new NotFound("calendar feed");
  return feed;
}
