import { InvalidInput, newId, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import {
  checkDetails,
  createCalendarFeedInput,
  mostFeeds,
  requireFeedOwner,
  type AddressedFeed,
  type CalendarFeed,
} from "../domain/calendar-feed.ts";

/**
 * Makes a feed with a new address. It has no idempotency key, because the address is not stored: a client that loses
 * the answer sees the feed in the list and revokes it.
 */
export async function createCalendarFeed(context: Context, given: unknown): Promise<AddressedFeed> {
  const owner = requireFeedOwner(context.caller);
  const { name, details } = validate(createCalendarFeedInput, given);
  checkDetails(owner, details);
  const feed: CalendarFeed = { ...owner, id: newId(), name, details, createdAt: context.now };
  const address = context.feedAddresses.make();
  await inTransaction(context, async ({ store }) => {
    await store.calendarFeeds.lockOwner(owner);
    const most = mostFeeds(owner);
    if ((await store.calendarFeeds.listOf(owner)).length >= most) {
      const message = `exceeds the limit of ${most} feeds; revoke old ones`;
      throw new InvalidInput([{ path: "name", code: "TOO_MANY", message }]);
    }
    await store.calendarFeeds.insert(feed, address.secretIndex);
  });
  return { feed, address };
}
