import {
  Forbidden,
  input,
  InvalidInput,
  Unauthenticated,
  type Caller,
  type Instant,
} from "@tidbok/domain";
import { z } from "zod";

/** What a feed can show beside the time. */
export const calendarDetails = ["TITLE", "LOCATION", "ATTENDEE_FIRST_NAME"] as const;

/** What a feed shows beside the time. */
export type CalendarDetail = (typeof calendarDetails)[number];

/** Whose bookings a feed shows: all that an account hosts, or the one of an attendee. */
export type FeedOwner =
  | { readonly accountId: string; readonly attendeeId: null }
  | { readonly accountId: null; readonly attendeeId: string };

/** A secret address at which calendars read somebody's bookings; the secret is not in it. */
export type CalendarFeed = FeedOwner & {
  readonly id: string;
  readonly name: string;
  readonly details: readonly CalendarDetail[];
  readonly createdAt: Instant;
};

/** A secret address that was just made, and the only form of its secret that is kept. */
export type FeedAddress = {
  readonly url: string;
  readonly secretIndex: Uint8Array<ArrayBuffer>;
};

/** A feed to make, as it is sent. */
export const newCalendarFeed = z.strictObject({
  name: input.line(60),
  details: z
    .array(z.enum(calendarDetails))
    .max(calendarDetails.length)
    .transform((details) => [...new Set(details)]),
});

/** Another name or other details for a feed, as they are sent; what is left out stays. */
export const calendarFeedChange = z.strictObject({
  calendarFeedId: input.id,
  name: newCalendarFeed.shape.name.nullish(),
  details: newCalendarFeed.shape.details.nullish(),
});

/** A feed to rotate or revoke, as it is sent. */
export const calendarFeedNamed = z.strictObject({ calendarFeedId: input.id });

/** Refuses details that the owner has no use for. */
export function checkDetails({ attendeeId }: FeedOwner, details: readonly CalendarDetail[]): void {
  if (attendeeId === null || !details.includes("ATTENDEE_FIRST_NAME")) return;
  const message = "must not show an attendee to themselves";
  throw new InvalidInput([{ path: "details", code: "NOT_OFFERED", message }]);
}

/** Who has feeds of their own: a person with an account, or whoever has a manage link; null for others. */
export function feedOwner(caller: Caller): FeedOwner | null {
  if (caller.kind === "account") return { accountId: caller.accountId, attendeeId: null };
  if (caller.kind === "attendee") return { accountId: null, attendeeId: caller.attendeeId };
  return null;
}

/** The same; refuses everybody else. An app reads the graph, and needs no address for it. */
export function requireFeedOwner(caller: Caller): FeedOwner {
  if (caller.kind === "anonymous") throw new Unauthenticated();
  const owner = feedOwner(caller);
  if (!owner) throw new Forbidden();
  return owner;
}

/** How many feeds an owner has at most. */
export function mostFeeds({ accountId }: FeedOwner): number {
  return accountId === null ? 3 : 10;
}

/** Whether the feed is the caller's. */
export function isOwnFeed(caller: Caller, feed: FeedOwner): boolean {
  const owner = feedOwner(caller);
  return owner?.accountId === feed.accountId && owner.attendeeId === feed.attendeeId;
}
