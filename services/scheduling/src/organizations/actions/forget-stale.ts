import type { Context } from "../../context.ts";
import { lastEndOfLinks } from "../../bookings/domain/manage-link-expiry.ts";

const hour = 60 * 60_000;
const keysFor = 24 * hour;
const linksFor = 30 * 24 * hour;

// Much less than a statement has time for, however many there are.
const batch = 1_000;

/** Forgets some holds that expired an hour ago, idempotency keys of yesterday, links that expired a month ago, feeds of manage links that ran out and answers whose time is over. True when there may be more. */
export async function forgetStale({ store, now, log }: Context): Promise<boolean> {
  const holds = await store.transaction((inside) => inside.holds.removeExpired(now - hour, batch));
  const keys = await store.answeredRequests.forget(now - keysFor, batch);
  const links = await store.bookingLinks.removeExpired(now - linksFor, batch);
  const feeds = await store.calendarFeeds.removeOver(lastEndOfLinks(now), batch);
  const answers = await store.attendees.forgetAnswers(now, batch);
  const forgotten = { holds, keys, links, feeds, answers };
  const counts = Object.values(forgotten);
  if (counts.some((count) => count > 0)) log.info(forgotten, "forgotten");
  return counts.includes(batch);
}
