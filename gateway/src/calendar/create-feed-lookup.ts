import type { Caller, Membership } from "@tidbok/domain";
import type { AskService } from "../authenticate/create-service-question.ts";

/** What a calendar feed shows beside the time. */
export type CalendarDetail = "TITLE" | "LOCATION" | "ATTENDEE_FIRST_NAME";

/** A feed, and the person in whose name it is read. */
export type Feed = {
  readonly id: string;
  readonly name: string;
  readonly details: readonly CalendarDetail[];
  readonly caller: Extract<Caller, { kind: "account" | "attendee" }>;
};

/** Finds the feed of a secret, or null: for one that there never was as for one that was taken away. */
export type FeedLookup = (secret: string, requestId: string) => Promise<Feed | null>;

type Found = {
  readonly feed: Omit<Feed, "caller">;
  readonly accountId: string | null;
  readonly attendeeId: string | null;
  readonly bookingId: string | null;
};

const feedQuery = `query CalendarFeedCaller($secret: String!) {
  calendarFeedCaller(input: { secret: $secret }) {
    feed { id name details } accountId attendeeId bookingId } }`;
const personQuery = `query PersonCaller($accountId: ID!) {
  personCaller(accountId: $accountId) { memberships { organizationId role } } }`;

/**
 * A feed is read in its owner's name, with what its owner may do at that moment and no more: whoever
 * has left an organization no longer shows its meetings, whoever is deactivated shows nothing. What
 * is found is not remembered, so that a feed that is taken away is gone at once.
 */
export function createFeedLookup({
  askScheduling,
  askIdentity,
}: {
  askScheduling: AskService;
  askIdentity: AskService;
}): FeedLookup {
  return async (secret, requestId) => {
    const query = { query: feedQuery, variables: { secret } };
    const found = (await askScheduling(query, requestId)) as Found | null;
    if (!found) return null;
    const { feed, accountId, attendeeId, bookingId } = found;
    const purpose = "provide.schedule";
    if (attendeeId !== null && bookingId !== null) {
      return { ...feed, caller: { kind: "attendee", attendeeId, bookingId, purpose } };
    }
    if (accountId === null) return null;
    const asked = { query: personQuery, variables: { accountId } };
    const person = (await askIdentity(asked, requestId)) as {
      readonly memberships: readonly Membership[];
    } | null;
    if (!person) return null;
    const { memberships } = person;
    // No session: a feed is read without one, and does nothing but read.
    const session = { sessionId: feed.id, isFresh: false };
    return { ...feed, caller: { kind: "account", accountId, ...session, memberships, purpose } };
  };
}
