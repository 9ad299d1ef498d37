import type { Context } from "../../context.ts";
import type { CalendarFeed } from "../domain/calendar-feed.ts";
import { listCalendarFeeds } from "./list-calendar-feeds.ts";

/** The feed, for its owner; null for other callers. */
export async function findCalendarFeed(context: Context, id: string): Promise<CalendarFeed | null> {
  return (await listCalendarFeeds(context))?.find((feed) => feed.id === id) ?? null;
}
