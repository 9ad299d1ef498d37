import type { Resolvers } from "@tidbok/service";
import { explainHosts } from "../actions/explain-hosts.ts";
import { findBooking } from "../actions/find-booking.ts";
import { findMissingHosts } from "../actions/find-missing-hosts.ts";
import { findProposal } from "../actions/find-proposal.ts";
import { listAttendees } from "../actions/list-attendees.ts";
import { listBookingNotes } from "../actions/list-booking-notes.ts";
import { listChanges } from "../actions/list-changes.ts";
import { listGuests } from "../actions/list-guests.ts";
import { listFormerHosts } from "../actions/list-former-hosts.ts";
import { listFellows } from "../actions/list-fellows.ts";
import { meetingTypeOfBooking } from "../actions/meeting-type-of-booking.ts";
import { occurrenceOfBooking } from "../actions/occurrence-of-booking.ts";
import { seriesOfBooking } from "../actions/series-of-booking.ts";
import { stateOfBooking } from "../actions/state-of-booking.ts";
import type { Context } from "../context.ts";
import type { Booking as Row } from "../domain/booking.ts";

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
