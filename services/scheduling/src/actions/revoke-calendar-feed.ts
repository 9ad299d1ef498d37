import type { Context } from "../context.ts";
import type { CalendarFeed } from "../domain/calendar-feed.ts";
import { ownCalendarFeed } from "./own-calendar-feed.ts";

export async function revokeCalendarFeed(context: Context, given: unknown): Promise<CalendarFeed> {
  const feed = await ownCalendarFeed(context, given);
  await context.store.calendarFeeds.remove(feed);
  return feed;
}
