import type { Caller } from "@tidbok/domain";
import { z } from "zod";
import type { AskService } from "../ask/create-ask-service.ts";
import { membershipsAnswer } from "../authenticate/memberships-answer.ts";

const feedAnswer = z.object({
  feed: z.object({
    id: z.string(),
    /** What the feed shows beside the time. */
    details: z.array(z.enum(["TITLE", "LOCATION", "ATTENDEE_FIRST_NAME"])),
  }),
  accountId: z.string().nullable(),
  attendeeId: z.string().nullable(),
  bookingId: z.string().nullable(),
});
const personAnswer = z.object({ memberships: membershipsAnswer });

/** A feed, and the caller that it is read as. */
export type Feed = Readonly<z.output<typeof feedAnswer>["feed"]> & {
  readonly caller: Extract<Caller, { kind: "account" | "attendee" }>;
};

/** Finds the feed of a secret, or null: alike for a secret that never was one and for a revoked one. */
export type FeedLookup = (secret: string, requestId: string) => Promise<Feed | null>;

/**
 * A feed is read in its owner's name, with what its owner may do at that moment and no more: an
 * owner who has left an organization no longer shows its meetings, a deactivated one shows nothing. The
 * answer is not remembered, so that a revoked feed is gone at once.
 */
export function createFeedLookup(ask: AskService): FeedLookup {
  return async (secret, requestId) => {
    const found = await ask(
      {
        operation: "scheduling.CalendarFeedCaller",
        variables: { secret },
        answer: feedAnswer,
      },
      requestId,
    );
    if (!found) return null;
    const { feed, accountId, attendeeId, bookingId } = found;
    const purpose = "provide.schedule";
    if (attendeeId !== null && bookingId !== null) {
      return { ...feed, caller: { kind: "attendee", attendeeId, bookingId, purpose } };
    }
    if (accountId === null) return null;
    const person = await ask(
      { operation: "identity.PersonCaller", variables: { accountId }, answer: personAnswer },
      requestId,
    );
    if (!person) return null;
    const { memberships } = person;
    // No session: a feed is read without one, and does nothing but read.
    const session = { sessionId: feed.id, isFresh: false };
    return { ...feed, caller: { kind: "account", accountId, ...session, memberships, purpose } };
  };
}
