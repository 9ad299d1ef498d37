import { Forbidden, isAdministrator, isMemberOf, type Caller } from "@tidbok/domain";
import type { Attendee } from "./attendee.ts";
import type { Booking, BookingParty } from "./booking.ts";

/** What a caller can be to an attendee. An overseer is an admin that the organization lets see its attendees. */
export type Relation = "self" | "host" | "admin" | "overseer" | "participant" | "none";

type Tie = Exclude<Relation, "self" | "overseer">;

/**
 * What the caller is to the attendee: the closest of all ties. A member that does not host has no tie. Neither has a
 * host that left the organization: a host learns of attendees for the organization.
 */
export function relationToAttendee(caller: Caller, attendee: Attendee): Tie | "self" {
  if (attendee.isOwn || isSelf(caller, attendee.id)) return "self";
  return tieTo(caller, attendee.booking);
}

/** What the caller is to a co-attendee: a participant from the caller's own booking, and otherwise nothing. */
export function relationToCoAttendee(
  caller: Caller,
  { seenFrom }: CoAttendee,
): "participant" | "none" {
  if (isGuest(caller, seenFrom)) return "none";
  return tieTo(caller, seenFrom) === "participant" ? "participant" : "none";
}

/** Whether the caller may know that the booking exists. */
export function mayKnow(caller: Caller, booking: Booking): boolean {
  if (caller.kind === "service") return true;
  // A support grant names one person, and shows the bookings in which that person takes part.
  if (caller.kind === "staff") {
    return isAmong(caller.subjectId, [...booking.attendeeIds, ...booking.guestIds]);
  }
  return tieTo(caller, booking) !== "none";
}

/**
 * Whether the caller may know which account or attendee changed the booking. An attendee knows the hosts, but may not
 * learn which admin or which other attendee it was.
 */
export function mayKnowChanger(
  caller: Caller,
  { booking, byId }: { readonly booking: Booking; readonly byId: string | null },
): boolean {
  if (byId === null) return false;
  const own = caller.kind === "attendee" ? caller.attendeeId : null;
  if (own !== null) return byId === own || booking.hostIds.includes(byId);
  return caller.kind === "account" || caller.kind === "service";
}

/** Whether the caller is a host of the booking in person, not through an app. */
export function isHostOf(caller: Caller, booking: Booking): boolean {
  return caller.kind === "account" && tieTo(caller, booking) === "host";
}

/** Whether the caller is a guest of the booking: a guest sees it and may leave it, no more. */
export function isGuest(caller: Caller, booking: Booking): boolean {
  if (caller.kind !== "attendee" || caller.bookingId !== booking.id) return false;
  return booking.guestIds.includes(caller.attendeeId);
}

/** The side on which the caller may move and cancel the booking, or null. */
export function partyOf(caller: Caller, booking: Booking): BookingParty | null {
  // An app acts on the side of the person that granted it access; its scopes were checked before.
  const isPerson = caller.kind === "account" || caller.kind === "attendee";
  if (!isPerson && (caller.kind !== "client" || caller.accountId === null)) return null;
  if (isGuest(caller, booking)) return null;
  const ties = { host: "HOST", admin: "ADMIN", participant: "ATTENDEE", none: null } as const;
  return ties[tieTo(caller, booking)];
}

/** The id of the account or attendee that changes a booking. Throws Forbidden for a caller that is not a person. */
export function idOfChanger(caller: Caller): string {
  if (caller.kind === "account") return caller.accountId;
  if (caller.kind === "attendee") return caller.attendeeId;
  if (caller.kind === "client" && caller.accountId !== null) return caller.accountId;
  throw new Forbidden();
}

function isSelf(caller: Caller, attendeeId: string): boolean {
  if (caller.kind === "attendee") return caller.attendeeId === attendeeId;
  return caller.kind === "staff" && caller.subjectId === attendeeId;
}

function tieTo(caller: Caller, booking: Booking): Tie {
  if (caller.kind === "attendee") {
    const isTheirs =
      caller.bookingId === booking.id && booking.attendeeIds.includes(caller.attendeeId);
    return isTheirs || isGuest(caller, booking) ? "participant" : "none";
  }
  if (caller.kind !== "account" && caller.kind !== "client") return "none";
  if (!isMemberOf(caller, booking.organizationId)) return "none";
  if (caller.accountId !== null && booking.hostIds.includes(caller.accountId)) return "host";
  return isAdministrator(caller, booking.organizationId) ? "admin" : "none";
}

function isAmong(id: string | null, ids: readonly string[]): boolean {
  return id !== null && ids.includes(id);
}

/** An attendee of another booking of the same meeting. */
export type CoAttendee = {
  readonly attendeeId: string;
  /** The booking from which the caller sees this attendee. */
  readonly seenFrom: Booking;
};
