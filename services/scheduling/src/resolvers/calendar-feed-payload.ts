import type { Resolvers } from "@tidbok/service";
import type { AddressedFeed } from "../feeds/actions/create-calendar-feed.ts";
import type { Context } from "../context.ts";

export const CalendarFeedPayload: Resolvers<Context>["CalendarFeedPayload"] = {
  ownerId: ({ feed }: AddressedFeed) => feed.accountId ?? feed.attendeeId,
  url: ({ address }: AddressedFeed) => address.url,
};
