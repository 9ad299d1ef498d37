import type { Resolvers } from "@tidbok/service";
import { acceptProposal } from "../actions/accept-proposal.ts";
import { addGuests } from "../actions/add-guests.ts";
import { addBookingNote } from "../actions/add-booking-note.ts";
import { blockTime } from "../actions/block-time.ts";
import { bookMeeting } from "../actions/book-meeting.ts";
import { bookOnBehalf } from "../actions/book-on-behalf.ts";
import { bookSeries } from "../actions/book-series.ts";
import { cancelBooking } from "../actions/cancel-booking.ts";
import { confirmBooking } from "../actions/confirm-booking.ts";
import { createAbsence } from "../actions/create-absence.ts";
import { createBookingLink } from "../actions/create-booking-link.ts";
import { createCalendarFeed } from "../actions/create-calendar-feed.ts";
import { createMeetingType } from "../actions/create-meeting-type.ts";
import { createRoutingForm } from "../actions/create-routing-form.ts";
import { createSchedule } from "../actions/create-schedule.ts";
import { declineBooking } from "../actions/decline-booking.ts";
import { declineProposal } from "../actions/decline-proposal.ts";
import { deleteAbsence } from "../actions/delete-absence.ts";
import { deleteBlockedTime } from "../actions/delete-blocked-time.ts";
import { deleteBookingNote } from "../actions/delete-booking-note.ts";
import { deleteRoutingForm } from "../actions/delete-routing-form.ts";
import { deleteSchedule } from "../actions/delete-schedule.ts";
import { importBookings } from "../actions/import-bookings.ts";
import { holdSlot } from "../actions/hold-slot.ts";
import { openBookingLink } from "../actions/open-booking-link.ts";
import { proposeTimes } from "../actions/propose-times.ts";
import { reassignHost } from "../actions/reassign-host.ts";
import { releaseHold } from "../actions/release-hold.ts";
import { recordNoShow } from "../actions/record-no-show.ts";
import { revokeCalendarFeed } from "../actions/revoke-calendar-feed.ts";
import { rotateCalendarFeed } from "../actions/rotate-calendar-feed.ts";
import { removeGuest } from "../actions/remove-guest.ts";
import { rescheduleBooking } from "../actions/reschedule-booking.ts";
import { revokeBookingLink } from "../actions/revoke-booking-link.ts";
import { route } from "../actions/route.ts";
import { setHostLimits } from "../actions/set-host-limits.ts";
import { updateCalendarFeed } from "../actions/update-calendar-feed.ts";
import { updateAbsence } from "../actions/update-absence.ts";
import { updateBlockedTime } from "../actions/update-blocked-time.ts";
import { updateBookingNote } from "../actions/update-booking-note.ts";
import { undoNoShow } from "../actions/undo-no-show.ts";
import { withdrawProposal } from "../actions/withdraw-proposal.ts";
import { updateMeetingType } from "../actions/update-meeting-type.ts";
import { updateRoutingForm } from "../actions/update-routing-form.ts";
import { updateSchedule } from "../actions/update-schedule.ts";
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
