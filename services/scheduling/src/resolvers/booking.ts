import type { Resolvers } from "@tidbok/service";
import { explainHosts } from "../hosting/actions/explain-hosts.ts";
import { findBooking } from "../bookings/actions/find-booking.ts";
import { findMissingHosts } from "../hosting/actions/find-missing-hosts.ts";
import { findProposal } from "../proposals/actions/find-proposal.ts";
import { listAttendees } from "../bookings/actions/list-attendees.ts";
import { listBookingNotes } from "../notes/actions/list-booking-notes.ts";
import { listChanges } from "../bookings/actions/list-changes.ts";
import { listGuests } from "../bookings/actions/list-guests.ts";
import { listFormerHosts } from "../hosting/actions/list-former-hosts.ts";
import { listFellows } from "../bookings/actions/list-fellows.ts";
import { meetingTypeOfBooking } from "../bookings/actions/meeting-type-of-booking.ts";
import { occurrenceOfBooking } from "../bookings/actions/occurrence-of-booking.ts";
import { seriesOfBooking } from "../series/actions/series-of-booking.ts";
import { stateOfBooking } from "../bookings/actions/state-of-booking.ts";
import type { Context } from "../context.ts";
import type { Booking as Row } from "../bookings/domain/booking.ts";

export const Booking: Resolvers<Context>["Booking"] = {
  __resolveReference: ({ id }: { readonly id: string }, context) => findBooking(context, id),
  state: (booking: Row, _, context) => stateOfBooking(context, booking),
  startAt: ({ start }: Row) => start,
  endAt: ({ end }: Row) => end,
  meetingType: (booking: Row, _, context) => meetingTypeOfBooking(context, booking),
  organization: ({ organizationId }: Row) => ({ id: organizationId }),
  host: ({ hostIds }: Row) => ({ id: hostIds[0] }),
  hosts: ({ hostIds }: Row) => hostIds.map((id) => ({ id })),
  missingHosts: (booking: Row, _, context) => findMissingHosts(context, booking),
  whyHost: (booking: Row, _, context) => explainHosts(context, booking),
  occurrence: (booking: Row, _, context) => occurrenceOfBooking(context, booking),
  proposal: (booking: Row, _, context) => findProposal(context, booking),
  guests: (booking: Row, _, context) => listGuests(context, booking),
  formerHosts: (booking: Row, _, context) => listFormerHosts(context, booking),
  fellows: (booking: Row, page, context) => listFellows(context, { ...page, booking }),
  series: (booking: Row, _, context) => seriesOfBooking(context, booking),
  attendees: (booking: Row) => listAttendees(booking),
  changedAt: ({ id, createdAt }: Row, _, { loaders }) =>
    loaders.changedAt.load(id).then((at) => at ?? createdAt),
  history: (booking: Row, page, context) => listChanges(context, { ...page, booking }),
  notes: (booking: Row, page, context) => listBookingNotes(context, { ...page, booking }),
  cancellation: ({ cancelledAt, cancelledBy }: Row) =>
    cancelledAt === null ? null : { at: cancelledAt, by: cancelledBy },
};
