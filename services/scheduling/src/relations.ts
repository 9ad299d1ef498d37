import type { Caller } from "@tidbok/domain";
import { unencumbered } from "@tidbok/minimization";
import { relateToAttendee } from "./bookings/actions/relate-to-attendee.ts";
import { relateToGuest } from "./bookings/actions/relate-to-guest.ts";
import type { Attendee } from "./bookings/domain/attendee.ts";
import type { CoAttendee } from "./bookings/domain/co-attendee.ts";
import { relationToLink, type ShownGuest } from "./bookings/domain/guest.ts";
import { relationToCoAttendee } from "./bookings/domain/relation.ts";
import type { Context } from "./context.ts";
import { prohibitedPurposes, type Question } from "./meeting-types/domain/question.ts";
import type { Absence } from "./time-off/domain/absence.ts";
import type { BlockedTime } from "./time-off/domain/blocked-time.ts";

/** The relation of a caller to a row, for each type with classified fields. */
export const relations = {
  Absence: ofAccount,
  BlockedTime: ofAccount,
  Attendee: (_: Caller, attendee: Attendee, context: Context) =>
    relateToAttendee(context, attendee),
  Answer: ofAttendee,
  BookingChange: ofAttendee,
  BookingNote: ofAttendee,
  BookMeetingPayload: ofAttendee,
  Guest: (_: Caller, guest: ShownGuest, context: Context) => relateToGuest(context, guest),
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

function ofAccount(caller: Caller, { accountId }: Absence | BlockedTime) {
  return caller.kind === "account" && caller.accountId === accountId ? "self" : "none";
}

function ofAttendee(_: Caller, { attendee }: { readonly attendee: Attendee }, context: Context) {
  return relateToAttendee(context, attendee);
}
