import type { Caller } from "@tidbok/domain";
import { unencumbered } from "@tidbok/minimization";
import type { Attendee } from "./bookings/domain/attendee.ts";
import type { Booking } from "./bookings/domain/booking.ts";
import {
  relationToAttendee,
  relationToCoAttendee,
  type CoAttendee,
  type Relation,
} from "./bookings/domain/relation.ts";
import { relationToGuest, relationToLink, type ShownGuest } from "./bookings/domain/guest.ts";
import type { Context } from "./context.ts";
import { prohibitedPurposes, type Question } from "./meeting-types/domain/question.ts";
import { isOwnFeed, type CalendarFeed } from "./feeds/domain/calendar-feed.ts";
import type { ShownNote } from "./notes/domain/shown-note.ts";
import { relationToHost } from "./schedules/domain/relation-to-host.ts";
import type { Schedule } from "./schedules/domain/schedule.ts";

/** The relation of a caller to a row, for each type with classified fields. */
export const relations = {
  Absence: relationToHost,
  BlockedTime: relationToHost,
  Schedule: (caller: Caller, { ownerId: accountId, organizationId }: Schedule) =>
    relationToHost(caller, { accountId, organizationId }),
  // Only its owner is shown a feed. The gateway, which finds it by its secret, is no person.
  CalendarFeed: (caller: Caller, feed: CalendarFeed) => (isOwnFeed(caller, feed) ? "self" : "none"),
  Attendee: (_: Caller, attendee: Attendee, context: Context) => toAttendee(attendee, context),
  Answer: ofAttendee,
  BookingChange: ofAttendee,
  // A note stays with its author, whichever host has the booking now.
  BookingNote: (caller: Caller, note: ShownNote, context: Context) =>
    caller.kind === "account" && caller.accountId === note.authorId
      ? toAttendee(note.attendee, context)
      : "none",
  BookMeetingPayload: ofAttendee,
  Guest: (caller: Caller, guest: ShownGuest, context: Context) =>
    orOverseer(relationToGuest(caller, guest), { booking: guest.booking, context }),
  GuestLink: (caller: Caller, guest: ShownGuest) => relationToLink(caller, guest),
  Fellow: (caller: Caller, coAttendee: CoAttendee) => relationToCoAttendee(caller, coAttendee),
  // Only the owner of the feed gets this payload: the caller created the feed in this request.
  CalendarFeedPayload: () => "self" as const,
};

/** The purposes that a row may not serve, because the person was told so. */
export const subjectStates = {
  Answer: ({ question }: { readonly question: Question }) => ({
    ...unencumbered,
    prohibited: prohibitedPurposes(question),
  }),
};

function ofAttendee(_: Caller, { attendee }: { readonly attendee: Attendee }, context: Context) {
  return toAttendee(attendee, context);
}

function toAttendee(attendee: Attendee, context: Context): Relation | Promise<Relation> {
  const { booking } = attendee;
  return orOverseer(relationToAttendee(context.caller, attendee), { booking, context });
}

// Only for an admin is it looked up what the organization lets its admins see.
function orOverseer(
  relation: Relation,
  { booking, context }: { readonly booking: Booking; readonly context: Context },
): Relation | Promise<Relation> {
  if (relation !== "admin") return relation;
  return context.loaders.attendeesVisibleToAdmins
    .load(booking.organizationId)
    .then((isVisible) => (isVisible ? "overseer" : "admin"));
}
