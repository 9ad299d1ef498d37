import { InvalidInput, newId, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import {
  checkDetails,
  mostFeeds,
  newCalendarFeed,
  requireFeedOwner,
  type CalendarFeed,
  type FeedAddress,
} from "../domain/calendar-feed.ts";

/** A feed and its address, which nobody can find out later. */
export type AddressedFeed = { readonly feed: CalendarFeed; readonly address: FeedAddress };

/** A lost answer leaves a feed whose address nobody has: its owner sees it in the list, and takes it away. */
export async function createCalendarFeed(context: Context, given: unknown): Promise<AddressedFeed> {
  const owner = requireFeedOwner(context.caller);
  const { name, details } = validate(newCalendarFeed, given);
  checkDetails(owner, details);
  const feed: CalendarFeed = { ...owner, id: newId(), name, details, createdAt: context.now };
  const address = context.feedAddresses.make();
  await context.store.transaction(async (store) => {
    await store.calendarFeeds.lockOwner(owner);
    const most = mostFeeds(owner);
    if ((await store.calendarFeeds.listOf(owner)).length >= most) {
      const message = `must be one of ${most} at most; take old ones away`;
      throw new InvalidInput([{ path: "name", code: "TOO_MANY", message }]);
    }
    await store.calendarFeeds.insert(feed, address.secretIndex);
  });
  return { feed, address };
}
