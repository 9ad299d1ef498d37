import { NotFound, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { CalendarFeed } from "../domain/calendar-feed.ts";
import { manageLinkExpiry } from "../../bookings/domain/manage-link-expiry.ts";

/** A feed, and in whose name it is read. */
export type CalendarFeedCaller = {
  readonly feed: CalendarFeed;
  readonly accountId: string | null;
  readonly attendeeId: string | null;
  readonly bookingId: string | null;
};

const schema = z.strictObject({
  secret: z.string().max(200, "must have 200 characters at most"),
});

/** Whose feed has this secret, or null. For the gateway alone. */
export async function findCalendarFeedCaller(
  { caller, store, loaders, feedAddresses, now }: Context,
  given: unknown,
): Promise<CalendarFeedCaller | null> {
  const isGateway =
    caller.kind === "service" && caller.service === "gateway" && caller.purpose === "security";
  if (!isGateway) throw new NotFound("field");
  const { secret } = validate(schema, given);
  const found = await store.calendarFeeds.findBySecret(feedAddresses.indexOf(secret));
  if (!found) return null;
  const { feed, bookingId } = found;
  if (bookingId !== null) {
    // What the manage link no longer opens, the feed that was made by it does not show.
    const booking = await loaders.booking.load(bookingId);
    if (!booking || manageLinkExpiry(booking.end) <= now) return null;
  }
  return { feed, accountId: feed.accountId, attendeeId: feed.attendeeId, bookingId };
}
