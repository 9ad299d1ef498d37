import type { Context } from "../../context.ts";
import { feedOwner, type CalendarFeed } from "../domain/calendar-feed.ts";

/** The caller's feeds, the oldest first; null for a caller that cannot own feeds. */
export async function listCalendarFeeds({
  caller,
  store,
}: Context): Promise<readonly CalendarFeed[] | null> {
  const owner = feedOwner(caller);
  return owner && store.calendarFeeds.listOf(owner);
}
