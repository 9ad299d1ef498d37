import type { Resolvers } from "@tidbok/service";
import { findMeetingType } from "../meeting-types/actions/find-meeting-type.ts";
import { findNextAvailable } from "../slots/actions/find-next-available.ts";
import { findSlotsByDate } from "../slots/actions/find-slots-by-date.ts";
import { listBookingLinks } from "../booking-links/actions/list-booking-links.ts";
import { listHosts } from "../meeting-types/actions/list-hosts.ts";
import { locationFor } from "../meeting-types/actions/location-for.ts";
import { showsAttendees } from "../bookings/actions/shows-attendees.ts";
import type { Context } from "../context.ts";
import type { MeetingType as Row } from "../meeting-types/domain/meeting-type.ts";

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
