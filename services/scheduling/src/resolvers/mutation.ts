import type { Resolvers } from "@tidbok/service";
import { acceptProposal } from "../proposals/actions/accept-proposal.ts";
import { addGuests } from "../bookings/actions/add-guests.ts";
import { addBookingNote } from "../notes/actions/add-booking-note.ts";
import { blockTime } from "../time-off/actions/block-time.ts";
import { bookMeeting } from "../bookings/actions/book-meeting.ts";
import { bookOnBehalf } from "../bookings/actions/book-on-behalf.ts";
import { bookSeries } from "../series/actions/book-series.ts";
import { cancelBooking } from "../bookings/actions/cancel-booking.ts";
import { confirmBooking } from "../bookings/actions/confirm-booking.ts";
import { createAbsence } from "../time-off/actions/create-absence.ts";
import { createBookingLink } from "../booking-links/actions/create-booking-link.ts";
import { createCalendarFeed } from "../feeds/actions/create-calendar-feed.ts";
import { createMeetingType } from "../meeting-types/actions/create-meeting-type.ts";
import { createRoutingForm } from "../routing/actions/create-routing-form.ts";
import { createSchedule } from "../schedules/actions/create-schedule.ts";
import { declineBooking } from "../bookings/actions/decline-booking.ts";
import { declineProposal } from "../proposals/actions/decline-proposal.ts";
import { deleteAbsence } from "../time-off/actions/delete-absence.ts";
import { deleteBlockedTime } from "../time-off/actions/delete-blocked-time.ts";
import { deleteBookingNote } from "../notes/actions/delete-booking-note.ts";
import { deleteRoutingForm } from "../routing/actions/delete-routing-form.ts";
import { deleteSchedule } from "../schedules/actions/delete-schedule.ts";
import { importBookings } from "../imports/actions/import-bookings.ts";
import { holdSlot } from "../slots/actions/hold-slot.ts";
import { openBookingLink } from "../booking-links/actions/open-booking-link.ts";
import { proposeTimes } from "../proposals/actions/propose-times.ts";
import { reassignHost } from "../hosting/actions/reassign-host.ts";
import { releaseHold } from "../slots/actions/release-hold.ts";
import { recordNoShow } from "../bookings/actions/record-no-show.ts";
import { revokeCalendarFeed } from "../feeds/actions/revoke-calendar-feed.ts";
import { rotateCalendarFeed } from "../feeds/actions/rotate-calendar-feed.ts";
import { removeGuest } from "../bookings/actions/remove-guest.ts";
import { rescheduleBooking } from "../bookings/actions/reschedule-booking.ts";
import { revokeBookingLink } from "../booking-links/actions/revoke-booking-link.ts";
import { route } from "../routing/actions/route.ts";
import { setHostLimits } from "../meeting-types/actions/set-host-limits.ts";
import { updateCalendarFeed } from "../feeds/actions/update-calendar-feed.ts";
import { updateAbsence } from "../time-off/actions/update-absence.ts";
import { updateBlockedTime } from "../time-off/actions/update-blocked-time.ts";
import { updateBookingNote } from "../notes/actions/update-booking-note.ts";
import { undoNoShow } from "../bookings/actions/undo-no-show.ts";
import { withdrawProposal } from "../proposals/actions/withdraw-proposal.ts";
import { updateMeetingType } from "../meeting-types/actions/update-meeting-type.ts";
import { updateRoutingForm } from "../routing/actions/update-routing-form.ts";
import { updateSchedule } from "../schedules/actions/update-schedule.ts";
import type { Context } from "../context.ts";

export const Mutation: Resolvers<Context>["Mutation"] = {
  createSchedule: (_, { input }, context) => createSchedule(afresh(context), input),
  updateSchedule: (_, { input }, context) => updateSchedule(afresh(context), input),
  deleteSchedule: (_, { input }, context) => deleteSchedule(afresh(context), input),
  createAbsence: (_, { input }, context) => createAbsence(afresh(context), input),
  updateAbsence: (_, { input }, context) => updateAbsence(afresh(context), input),
  deleteAbsence: (_, { input }, context) => deleteAbsence(afresh(context), input),
  blockTime: (_, { input }, context) => blockTime(afresh(context), input),
  updateBlockedTime: (_, { input }, context) => updateBlockedTime(afresh(context), input),
  deleteBlockedTime: (_, { input }, context) => deleteBlockedTime(afresh(context), input),
  createCalendarFeed: (_, { input }, context) => createCalendarFeed(afresh(context), input),
  updateCalendarFeed: (_, { input }, context) => updateCalendarFeed(afresh(context), input),
  rotateCalendarFeed: (_, { input }, context) => rotateCalendarFeed(afresh(context), input),
  revokeCalendarFeed: (_, { input }, context) => revokeCalendarFeed(afresh(context), input),
  createMeetingType: (_, { input }, context) => createMeetingType(afresh(context), input),
  updateMeetingType: (_, { input }, context) => updateMeetingType(afresh(context), input),
  createBookingLink: (_, { input }, context) => createBookingLink(afresh(context), input),
  revokeBookingLink: (_, { input }, context) => revokeBookingLink(afresh(context), input),
  openBookingLink: (_, { input }, context) => openBookingLink(afresh(context), input),
  createRoutingForm: (_, { input }, context) => createRoutingForm(afresh(context), input),
  updateRoutingForm: (_, { input }, context) => updateRoutingForm(afresh(context), input),
  deleteRoutingForm: (_, { input }, context) => deleteRoutingForm(afresh(context), input),
  route: (_, { input }, context) => route(afresh(context), input),
  setHostLimits: (_, { input }, context) => setHostLimits(afresh(context), input),
  holdSlot: (_, { input }, context) => holdSlot(afresh(context), input),
  releaseHold: (_, { input }, context) => releaseHold(afresh(context), input),
  bookMeeting: async (_, { input }, context) => ({
    attendee: await bookMeeting(afresh(context), input),
  }),
  bookOnBehalf: (_, { input }, context) => bookOnBehalf(afresh(context), input),
  bookSeries: (_, { input }, context) => bookSeries(afresh(context), input),
  importBookings: (_, { input }, context) => importBookings(afresh(context), input),
  rescheduleBooking: (_, { input }, context) => rescheduleBooking(afresh(context), input),
  proposeTimes: (_, { input }, context) => proposeTimes(afresh(context), input),
  acceptProposal: (_, { input }, context) => acceptProposal(afresh(context), input),
  declineProposal: (_, { input }, context) => declineProposal(afresh(context), input),
  withdrawProposal: (_, { input }, context) => withdrawProposal(afresh(context), input),
  addGuests: (_, { input }, context) => addGuests(afresh(context), input),
  removeGuest: (_, { input }, context) => removeGuest(afresh(context), input),
  reassignHost: (_, { input }, context) => reassignHost(afresh(context), input),
  cancelBooking: (_, { input }, context) => cancelBooking(afresh(context), input),
  confirmBooking: (_, { input }, context) => confirmBooking(afresh(context), input),
  recordNoShow: (_, { input }, context) => recordNoShow(afresh(context), input),
  undoNoShow: (_, { input }, context) => undoNoShow(afresh(context), input),
  addBookingNote: (_, { input }, context) => addBookingNote(afresh(context), input),
  updateBookingNote: (_, { input }, context) => updateBookingNote(afresh(context), input),
  deleteBookingNote: (_, { input }, context) => deleteBookingNote(afresh(context), input),
  declineBooking: (_, { input }, context) => declineBooking(afresh(context), input),
};

// Mutations of one request come one after the other: each sees what those before it have changed.
function afresh(context: Context): Context {
  context.loaders.clear();
  return context;
}
