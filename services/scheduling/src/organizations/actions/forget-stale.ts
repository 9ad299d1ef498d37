import { day, hour } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { lastEndOfLinks } from "../../bookings/domain/attendee.ts";
import type { Context } from "../../context.ts";

// Small enough for a statement's time limit, whatever the number of rows.
const batch = 1_000;

/**
 * Deletes a batch of each: holds that expired an hour ago, idempotency keys of yesterday, booking links that expired a
 * month ago, feeds of expired manage links, and answers after the days of their question. True when more may be left.
 */
export async function forgetStale(context: Context): Promise<boolean> {
  const { store, now, log } = context;
  const holds = await inTransaction(context, ({ store }) =>
    store.holds.removeExpired(now - hour, batch),
  );
  const keys = await store.answeredRequests.forget(now - day, batch);
  const links = await store.bookingLinks.removeExpired(now - 30 * day, batch);
  const feeds = await store.calendarFeeds.removeOver(lastEndOfLinks(now), batch);
  const answers = await store.attendees.forgetAnswers(now, batch);
  const forgotten = { holds, keys, links, feeds, answers };
  const counts = Object.values(forgotten);
  if (counts.some((count) => count > 0)) log.info(forgotten, "forgotten");
  return counts.includes(batch);
}
