import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { createCalendarFeed } from "./actions/create-calendar-feed.ts";
import { findCalendarFeedCaller } from "./actions/find-calendar-feed-caller.ts";
import { findCalendarFeed } from "./actions/find-calendar-feed.ts";
import { listCalendarFeeds } from "./actions/list-calendar-feeds.ts";
import { revokeCalendarFeed } from "./actions/revoke-calendar-feed.ts";
import { rotateCalendarFeed } from "./actions/rotate-calendar-feed.ts";
import { updateCalendarFeed } from "./actions/update-calendar-feed.ts";
import type { AddressedFeed, CalendarFeed } from "./domain/calendar-feed.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    calendarFeeds: (_, __, context) => listCalendarFeeds(context),
    calendarFeedCaller: (_, { input }, context) => findCalendarFeedCaller(context, input),
  },
  Mutation: {
    createCalendarFeed: (_, { input }, context) => createCalendarFeed(context, input),
    updateCalendarFeed: (_, { input }, context) => updateCalendarFeed(context, input),
    rotateCalendarFeed: (_, { input }, context) => rotateCalendarFeed(context, input),
    revokeCalendarFeed: (_, { input }, context) => revokeCalendarFeed(context, input),
  },
  CalendarFeed: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findCalendarFeed(context, id),
    ownerId: (feed: CalendarFeed) => feed.accountId ?? feed.attendeeId,
  },
  CalendarFeedPayload: {
    ownerId: ({ feed }: AddressedFeed) => feed.accountId ?? feed.attendeeId,
    url: ({ address }: AddressedFeed) => address.url,
  },
};
