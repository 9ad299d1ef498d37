import { validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { calendarFeedNamed } from "../domain/calendar-feed.ts";
import type { AddressedFeed } from "./create-calendar-feed.ts";
import { ownCalendarFeed } from "./steps/own-calendar-feed.ts";

export async function rotateCalendarFeed(context: Context, given: unknown): Promise<AddressedFeed> {
  const { calendarFeedId } = validate(calendarFeedNamed, given);
  const feed = await ownCalendarFeed(context, calendarFeedId);
  const address = context.feedAddresses.make();
  await context.store.calendarFeeds.changeSecret(feed, address.secretIndex);
  return { feed, address };
}
