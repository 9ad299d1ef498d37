import type { Resolver, Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { MeetingType as MeetingTypeRow } from "../meeting-types/domain/meeting-type.ts";
import { addGuests } from "./actions/add-guests.ts";
import { bookMeeting } from "./actions/book-meeting.ts";
import { bookOnBehalf } from "./actions/book-on-behalf.ts";
import { cancelBooking } from "./actions/cancel-booking.ts";
import { confirmBooking } from "./actions/confirm-booking.ts";
import { declineBooking } from "./actions/decline-booking.ts";
import { findAttendee } from "./actions/find-attendee.ts";
import {
  findBooking,
  findOwnBooking,
  locationOfBooking,
  stateOfBooking,
} from "./actions/find-booking.ts";
import { findChangeReason } from "./actions/find-change-reason.ts";
import { findFirstName } from "./actions/find-first-name.ts";
import { findGuest } from "./actions/find-guest.ts";
import { findOccurrence } from "./actions/find-occurrence.ts";
import { listAnswers } from "./actions/list-answers.ts";
import { listBookings } from "./actions/list-bookings.ts";
import { type ShownChange, listChanges } from "./actions/list-changes.ts";
import { listCoAttendees } from "./actions/list-co-attendees.ts";
import { listGuests } from "./actions/list-guests.ts";
import { listHostedBookings } from "./actions/list-hosted-bookings.ts";
import { occurrenceOfBooking } from "./actions/occurrence-of-booking.ts";
import { recordNoShow } from "./actions/record-no-show.ts";
import { removeGuest } from "./actions/remove-guest.ts";
import { rescheduleBooking } from "./actions/reschedule-booking.ts";
import { showsAttendees } from "./actions/shows-attendees.ts";
import { undoNoShow } from "./actions/undo-no-show.ts";
import type { AttendeeDetails, Attendee as AttendeeRow, Attendee } from "./domain/attendee.ts";
import type { Booking as BookingRow } from "./domain/booking.ts";
import type { CoAttendee } from "./domain/relation.ts";
import type { ShownGuest } from "./domain/guest.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    booking: (_, { id }, context) => findBooking(context, id),
    myBooking: (_, __, context) => findOwnBooking(context),
    hostedBookings: (_, asked, context) => listHostedBookings(context, asked),
  },
  Mutation: {
    bookMeeting: async (_, { input }, context) => ({
      attendee: await bookMeeting(context, input),
    }),
    bookOnBehalf: (_, { input }, context) => bookOnBehalf(context, input),
    rescheduleBooking: (_, { input }, context) => rescheduleBooking(context, input),
    addGuests: (_, { input }, context) => addGuests(context, input),
    removeGuest: (_, { input }, context) => removeGuest(context, input),
    cancelBooking: (_, { input }, context) => cancelBooking(context, input),
    confirmBooking: (_, { input }, context) => confirmBooking(context, input),
    recordNoShow: (_, { input }, context) => recordNoShow(context, input),
    undoNoShow: (_, { input }, context) => undoNoShow(context, input),
    declineBooking: (_, { input }, context) => declineBooking(context, input),
  },
  Attendee: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findAttendee(context, id),
    name: detail("name"),
    firstName: (attendee: AttendeeRow, _, context) => findFirstName(context, attendee),
    email: detail("email"),
    phone: detail("phone"),
    timeZone: detail("timeZone"),
    locale: detail("locale"),
    cancellationReason: detail("cancellationReason"),
    answers: (attendee: AttendeeRow, _, context) => listAnswers(context, attendee),
    manageUrl: async (attendee: AttendeeRow, _, { manageLinks }) =>
      (await manageLinks.mint(attendee)).url,
  },
  BookMeetingPayload: {
    booking: ({ attendee }: Row) => ({ ...attendee.booking, isOwn: attendee.isOwn }),
    manageUrl: async ({ attendee }: Row, _, { manageLinks }) =>
      (await manageLinks.mint(attendee)).url,
    manageToken: async ({ attendee }: Row, _, { manageLinks }) =>
      (await manageLinks.mint(attendee)).token,
  },
  BookingChange: {
    state: ({ kind, state }: ShownChange) => (kind === "NO_SHOW" ? "NO_SHOW" : state),
    startAt: ({ start }: ShownChange) => start,
    endAt: ({ end }: ShownChange) => end,
    fromHost: ({ fromHostId }: ShownChange) => fromHostId && { id: fromHostId },
    toHost: ({ toHostId }: ShownChange) => toHostId && { id: toHostId },
    reason: (change: ShownChange, _, context) => findChangeReason(context, change),
  },
  Booking: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findBooking(context, id),
    state: (booking: BookingRow, _, context) => stateOfBooking(context, booking),
    startAt: ({ start }: BookingRow) => start,
    endAt: ({ end }: BookingRow) => end,
    location: (booking: BookingRow, _, context) => locationOfBooking(context, booking),
    // A caller that may know of the booking may know of its meeting type, active or not.
    meetingType: ({ meetingTypeId }: BookingRow, _, { loaders }) =>
      loaders.meetingType.load(meetingTypeId),
    organization: ({ organizationId }: BookingRow) => ({ id: organizationId }),
    host: ({ hostIds }: BookingRow) => ({ id: hostIds[0] }),
    hosts: ({ hostIds }: BookingRow) => hostIds.map((id) => ({ id })),
    occurrence: (booking: BookingRow, _, context) => occurrenceOfBooking(context, booking),
    guests: (booking: BookingRow, _, context) => listGuests(context, booking),
    fellows: (booking: BookingRow, page, context) => listCoAttendees(context, { ...page, booking }),
    attendees: (booking: BookingRow & { readonly isOwn?: boolean }) =>
      booking.attendeeIds.map((id) => ({ id, booking, isOwn: booking.isOwn === true })),
    changedAt: ({ id, createdAt }: BookingRow, _, { loaders }) =>
      loaders.changedAt.load(id).then((at) => at ?? createdAt),
    history: (booking: BookingRow, page, context) => listChanges(context, { ...page, booking }),
    cancellation: ({ cancelledAt, cancelledBy }: BookingRow) =>
      cancelledAt === null ? null : { at: cancelledAt, by: cancelledBy },
  },
  Fellow: {
    // The whole name; the data map's mask makes a first name of it, here and at the gateway.
    firstName: async ({ attendeeId }: CoAttendee, _, { loaders }) =>
      (await loaders.attendeeDetails.load(attendeeId))?.name,
  },
  Guest: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findGuest(context, id),
    name: async ({ id }: ShownGuest, _, { loaders }) =>
      (await loaders.attendeeDetails.load(id))?.name,
    email: async ({ id }: ShownGuest, _, { loaders }) =>
      (await loaders.attendeeDetails.load(id))?.email,
    hasLeft: ({ leftAt }: ShownGuest) => leftAt !== null,
    link: (guest: ShownGuest) => guest,
  },
  GuestLink: {
    guestId: ({ id }: ShownGuest) => id,
    url: async (guest: ShownGuest, _, { manageLinks }) => (await manageLinks.mint(guest)).url,
  },
  MeetingType: {
    showsAttendees: (meetingType: MeetingTypeRow, _, context) =>
      showsAttendees(context, meetingType),
  },
  Organization: {
    bookings: ({ id: organizationId }: Reference, asked, context) =>
      listBookings(context, { ...asked, organizationId }),
  },
  Occurrence: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findOccurrence(context, id),
  },
};

// The shell asks a resolver of a classified field only when the caller may know: nothing is opened in vain.
function detail(name: Exclude<keyof AttendeeDetails, "answers">): Resolver<Context> {
  return async ({ id }: AttendeeRow, _, { loaders }) =>
    (await loaders.attendeeDetails.load(id))?.[name];
}

type Row = { readonly attendee: Attendee };

type Reference = { readonly id: string };
