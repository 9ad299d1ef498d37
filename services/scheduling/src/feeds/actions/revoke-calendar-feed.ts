import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { calendarFeedIdInput, type CalendarFeed } from "../domain/calendar-feed.ts";
import { ownCalendarFeed } from "./steps/own-calendar-feed.ts";

/** Deletes a feed. Its address is invalid from now on. */
export async function revokeCalendarFeed(context: Context, given: unknown): Promise<CalendarFeed> {
  const { calendarFeedId } = validate(calendarFeedIdInput, given);
  return inTransaction(context, async (context) => {
    const feed = await ownCalendarFeed(context, calendarFeedId);
    await context.store.calendarFeeds.remove(feed);
    return feed;
  });
}
