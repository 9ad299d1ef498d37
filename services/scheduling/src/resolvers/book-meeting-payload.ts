import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Attendee } from "../bookings/domain/attendee.ts";

type Row = { readonly attendee: Attendee };

export const BookMeetingPayload: Resolvers<Context>["BookMeetingPayload"] = {
  booking: ({ attendee }: Row) => ({ ...attendee.booking, isOwn: attendee.isOwn }),
  manageUrl: async ({ attendee }: Row, _, { manageLinks }) =>
    (await manageLinks.mint(attendee)).url,
  manageToken: async ({ attendee }: Row, _, { manageLinks }) =>
    (await manageLinks.mint(attendee)).token,
};
