import { isMemberOf, roleIn, type Caller } from "@tidbok/domain";
import type { Attendee } from "./attendee.ts";
import type { Booking, BookingParty } from "./booking.ts";
import type { Fellow } from "./fellow.ts";

/** What a caller can be to an attendee. An overseer is an admin whom the organization lets see who attends. */
export type Relation = "self" | "host" | "admin" | "overseer" | "participant" | "none";

type Tie = Exclude<Relation, "self" | "overseer">;

/**
 * What the caller is to the attendee: the closest of all ties. A member who does not host is nobody, and
 * so is a host who has left the organization: what they learned of attendees they learned for it.
 */
export function relationToAttendee(caller: Caller, attendee: Attendee): Tie | "self" {
  if (attendee.isOwn || isSelf(caller, attendee.id)) return "self";
  return tieTo(caller, attendee.booking);
}

/** What the caller is to somebody else who attends the meeting of a booking: nobody, unless it is the caller's own. */
export function relationToFellow(caller: Caller, { seenFrom }: Fellow): "participant" | "none" {
  if (isGuest(caller, seenFrom)) return "none";
  return tieTo(caller, seenFrom) === "participant" ? "participant" : "none";
}

/** Whether the caller may know that the booking exists. */
export function mayKnow(caller: Caller, booking: Booking): boolean {
  if (caller.kind === "service") return true;
  // A support grant names one person, and shows what that person takes part in.
  if (caller.kind === "staff") {
    return isAmong(caller.subjectId, [...booking.attendeeIds, ...booking.guestIds]);
  }
  return tieTo(caller, booking) !== "none";
}

/**
 * Whether the caller may know which account or attendee changed the booking. An attendee knows the
 * hosts already; which of the admins, or of the other attendees, it was is not theirs to know.
 */
export function mayKnowWho(
  caller: Caller,
  { booking, byId }: { readonly booking: Booking; readonly byId: string | null },
): boolean {
  if (byId === null) return false;
  const own = caller.kind === "attendee" ? caller.attendeeId : null;
  if (own !== null) return byId === own || booking.hostIds.includes(byId);
  return caller.kind === "account" || caller.kind === "service";
}

/** Whether the caller is a host of the booking themselves, and not by an app. */
export function isHostOf(caller: Caller, booking: Booking): boolean {
  return caller.kind === "account" && tieTo(caller, booking) === "host";
}

/** Whether the caller was invited to the booking by somebody else: they see it and may leave, no more. */
export function isGuest(caller: Caller, booking: Booking): boolean {
  if (caller.kind !== "attendee" || caller.bookingId !== booking.id) return false;
  return booking.guestIds.includes(caller.attendeeId);
}

/** The side on which the caller may move and cancel the booking, or null. */
export function partyOf(caller: Caller, booking: Booking): BookingParty | null {
  // An app acts on the side of the person who let it in; its scopes have said already that it may.
  const isSomebody = caller.kind === "account" || caller.kind === "attendee";
  if (!isSomebody && (caller.kind !== "client" || caller.accountId === null)) return null;
  if (isGuest(caller, booking)) return null;
  const ties = { host: "HOST", admin: "ADMIN", participant: "ATTENDEE", none: null } as const;
  return ties[tieTo(caller, booking)];
}

/** Whether the caller governs the organization. */
export function isAdministrator(caller: Caller, organizationId: string): boolean {
  const role = roleIn(caller, organizationId);
  return role === "OWNER" || role === "ADMIN";
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
