import type { Resolvers } from "@tidbok/service";
import { findMeetingType } from "../actions/find-meeting-type.ts";
import { findNextAvailable } from "../actions/find-next-available.ts";
import { findSlotsByDate } from "../actions/find-slots-by-date.ts";
import { listBookingLinks } from "../actions/list-booking-links.ts";
import { listHosts } from "../actions/list-hosts.ts";
import { locationFor } from "../actions/location-for.ts";
import { showsAttendees } from "../actions/shows-attendees.ts";
import type { Context } from "../context.ts";
import type { MeetingType as Row } from "../domain/meeting-type.ts";

export const MeetingType: Resolvers<Context>["MeetingType"] = {
  __resolveReference: ({ id }: { readonly id: string }, context) =>
    findMeetingType(context, { id }),
  organization: ({ organizationId }: Row) => ({ id: organizationId }),
  showsAttendees: (meetingType: Row, _, context) => showsAttendees(context, meetingType),
  location: (meetingType: Row, _, context) => locationFor(context, meetingType),
  hosts: (meetingType: Row, _, context) => listHosts(context, meetingType),
  bookingLinks: (meetingType: Row, page, context) =>
    listBookingLinks(context, { ...page, meetingType }),
  nextAvailable: (meetingType: Row, given, context) =>
    findNextAvailable(context, { meetingType, given }),
  slots: (meetingType: Row, given, context) => findSlotsByDate(context, { meetingType, given }),
};
