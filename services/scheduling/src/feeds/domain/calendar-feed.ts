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

/** The owner of a feed: an account (the feed shows all bookings that it hosts) or an attendee (the one booking). */
export type FeedOwner =
  | { readonly accountId: string; readonly attendeeId: null }
  | { readonly accountId: null; readonly attendeeId: string };

/** A secret address at which calendars read the owner's bookings. The secret is not part of it. */
export type CalendarFeed = FeedOwner & {
  readonly id: string;
  /** Null where the feed is found by its secret: its owner alone reads the name. */
  readonly name: string | null;
  readonly details: readonly CalendarDetail[];
  readonly createdAt: Instant;
};

/** A new secret address, and the keyed hash of its secret: the only form of the secret that is stored. */
export type FeedAddress = {
  readonly url: string;
  readonly secretIndex: Uint8Array<ArrayBuffer>;
};

/** A feed with its address. Only the answer to createCalendarFeed and rotateCalendarFeed has the address. */
export type AddressedFeed = { readonly feed: CalendarFeed; readonly address: FeedAddress };

/** The input of createCalendarFeed. */
export const createCalendarFeedInput = z.strictObject({
  name: input.line(60),
  details: z
    .array(z.enum(calendarDetails))
    .max(calendarDetails.length)
    .transform((details) => [...new Set(details)]),
});

/** The input of updateCalendarFeed; a missing field keeps its value. */
export const updateCalendarFeedInput = z.strictObject({
  calendarFeedId: input.id,
  name: createCalendarFeedInput.shape.name.nullish(),
  details: createCalendarFeedInput.shape.details.nullish(),
});

/** The input of rotateCalendarFeed and revokeCalendarFeed. */
export const calendarFeedIdInput = z.strictObject({ calendarFeedId: input.id });

/** Throws InvalidInput for the attendee's first name in a feed of that attendee. */
export function checkDetails({ attendeeId }: FeedOwner, details: readonly CalendarDetail[]): void {
  if (attendeeId === null || !details.includes("ATTENDEE_FIRST_NAME")) return;
  const message = "must not contain ATTENDEE_FIRST_NAME in an attendee's own feed";
  throw new InvalidInput([{ path: "details", code: "NOT_OFFERED", message }]);
}

/** The owner that the caller is: an account, or the bearer of a manage link; null for other callers. */
export function feedOwner(caller: Caller): FeedOwner | null {
  if (caller.kind === "account") return { accountId: caller.accountId, attendeeId: null };
  if (caller.kind === "attendee") return { accountId: null, attendeeId: caller.attendeeId };
  return null;
}

/**
 * The owner that the caller is. Throws Unauthenticated for a visitor and Forbidden for other callers: an app reads the
 * graph and needs no address.
 */
export function requireFeedOwner(caller: Caller): FeedOwner {
  if (caller.kind === "anonymous") throw new Unauthenticated();
  const owner = feedOwner(caller);
  if (!owner) throw new Forbidden();
  return owner;
}

/** The number of feeds that an owner may have at once. */
export function mostFeeds({ accountId }: FeedOwner): number {
  return accountId === null ? 3 : 10;
}

/** Whether the caller owns the feed. */
export function isOwnFeed(caller: Caller, feed: FeedOwner): boolean {
  const owner = feedOwner(caller);
  return owner?.accountId === feed.accountId && owner.attendeeId === feed.attendeeId;
}
