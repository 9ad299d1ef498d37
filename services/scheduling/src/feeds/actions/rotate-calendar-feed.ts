import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { calendarFeedIdInput, type AddressedFeed } from "../domain/calendar-feed.ts";
import { ownCalendarFeed } from "./steps/own-calendar-feed.ts";

/** Gives a feed a new address. The old one is invalid from now on. */
export async function rotateCalendarFeed(context: Context, given: unknown): Promise<AddressedFeed> {
  const { calendarFeedId } = validate(calendarFeedIdInput, given);
  return inTransaction(context, async (context) => {
    const feed = await ownCalendarFeed(context, calendarFeedId);
    const address = context.feedAddresses.make();
    await context.store.calendarFeeds.changeSecret(feed, address.secretIndex);
    return { feed, address };
  });
}
