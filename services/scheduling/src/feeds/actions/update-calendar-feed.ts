import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import {
  checkDetails,
  updateCalendarFeedInput,
  type CalendarFeed,
} from "../domain/calendar-feed.ts";
import { ownCalendarFeed } from "./steps/own-calendar-feed.ts";

/** Changes the name or the details of a feed, from the next reading on. */
export async function updateCalendarFeed(context: Context, given: unknown): Promise<CalendarFeed> {
  const { calendarFeedId, name, details } = validate(updateCalendarFeedInput, given);
  return inTransaction(context, async (context) => {
    const feed = await ownCalendarFeed(context, calendarFeedId);
    const changed = { ...feed, name: name ?? feed.name, details: details ?? feed.details };
    checkDetails(feed, changed.details);
    await context.store.calendarFeeds.update(changed);
    return changed;
  });
}
