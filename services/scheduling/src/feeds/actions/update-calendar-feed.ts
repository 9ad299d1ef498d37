import { validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { calendarFeedChange, checkDetails, type CalendarFeed } from "../domain/calendar-feed.ts";
import { ownCalendarFeed } from "./steps/own-calendar-feed.ts";

export async function updateCalendarFeed(context: Context, given: unknown): Promise<CalendarFeed> {
  const { calendarFeedId, name, details } = validate(calendarFeedChange, given);
  const feed = await ownCalendarFeed(context, calendarFeedId);
  const changed = { ...feed, name: name ?? feed.name, details: details ?? feed.details };
  checkDetails(feed, changed.details);
  await context.store.calendarFeeds.update(changed);
  return changed;
}
