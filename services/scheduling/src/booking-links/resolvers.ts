import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { MeetingType as MeetingTypeRow } from "../meeting-types/domain/meeting-type.ts";
import { createBookingLink } from "./actions/create-booking-link.ts";
import { findBookingLink } from "./actions/find-booking-link.ts";
import { listBookingLinks } from "./actions/list-booking-links.ts";
import { openBookingLink } from "./actions/open-booking-link.ts";
import { revokeBookingLink } from "./actions/revoke-booking-link.ts";
import { stateOfBookingLink } from "./actions/state-of-booking-link.ts";
import type { BookingLink as BookingLinkRow } from "./domain/booking-link.ts";

export const resolvers: Resolvers<Context> = {
  Mutation: {
    createBookingLink: (_, { input }, context) => createBookingLink(context, input),
    revokeBookingLink: (_, { input }, context) => revokeBookingLink(context, input),
    openBookingLink: (_, { input }, context) => openBookingLink(context, input),
  },
  BookingLink: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findBookingLink(context, id),
    state: (link: BookingLinkRow, _, context) => stateOfBookingLink(context, link),
    meetingType: ({ meetingTypeId }: BookingLinkRow, _, { loaders }) =>
      loaders.meetingType.load(meetingTypeId),
    createdBy: ({ createdBy }: BookingLinkRow) => ({ id: createdBy }),
  },
  MeetingType: {
    bookingLinks: (meetingType: MeetingTypeRow, page, context) =>
      listBookingLinks(context, { ...page, meetingType }),
  },
};
