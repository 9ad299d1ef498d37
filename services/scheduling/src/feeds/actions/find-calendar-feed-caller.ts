import { NotFound, validate } from "@tidbok/domain";
import { z } from "zod";
import { manageLinkExpiry } from "../../bookings/domain/attendee.ts";
import type { Context } from "../../context.ts";
import type { CalendarFeed } from "../domain/calendar-feed.ts";

/** A feed, and the account or attendee that owns it. */
export type CalendarFeedCaller = {
  readonly feed: CalendarFeed;
  readonly accountId: string | null;
  readonly attendeeId: string | null;
  readonly bookingId: string | null;
};

const calendarFeedCallerInput = z.strictObject({
  secret: z.string().max(200, "must have 200 characters at most"),
});

/** The feed with this secret and its owner; null for an invalid secret. Only the gateway may ask: throws NotFound. */
export async function findCalendarFeedCaller(
  { caller, store, loaders, feedAddresses, now }: Context,
  given: unknown,
): Promise<CalendarFeedCaller | null> {
  const isGateway =
    caller.kind === "service" && caller.service === "gateway" && caller.purpose === "security";
  if (!isGateway) throw new NotFound("field");
  const { secret } = validate(calendarFeedCallerInput, given);
  const found = await store.calendarFeeds.findBySecret(feedAddresses.indexOf(secret));
  if (!found) return null;
  const { feed, bookingId } = found;
  if (bookingId !== null) {
    // A feed that was made by a manage link ends with the link.
    const booking = await loaders.booking.load(bookingId);
    if (!booking || manageLinkExpiry(booking.end) <= now) return null;
  }
  return { feed, accountId: feed.accountId, attendeeId: feed.attendeeId, bookingId };
}
