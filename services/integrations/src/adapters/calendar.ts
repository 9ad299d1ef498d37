import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import type { Instant } from "@tidbok/domain";
import type { Invitation } from "../domain/mail.ts";

/**
 * The invitation as iCalendar (RFC 5545, RFC 5546). Times are in UTC, which every calendar shows in
 * its own zone. The organizer's address is ours: answers of calendars come to nobody, so none are
 * asked for, and the host's address stays the host's.
 */
export function writeCalendar(
  invitation: Invitation,
  { organizerAddress, now }: { organizerAddress: string; now: Instant },
): string {
  const { method, attendee } = invitation;
  const isCancelled = method === "CANCEL";
  const calendar = ical({
    prodId: "//Tidbok//Scheduling//EN",
    scale: "GREGORIAN",
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: invitation.uid,
    sequence: invitation.sequence,
    stamp: new Date(now),
    start: new Date(invitation.start),
    end: new Date(invitation.end),
    summary: invitation.summary,
    location: invitation.location,
    status: isCancelled
      ? ICalEventStatus.CANCELLED
      : invitation.isTentative
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
    organizer: { name: invitation.organizerName, email: organizerAddress },
    attendees: [
      {
        ...(attendee.name === null ? {} : { name: attendee.name }),
        email: attendee.address,
        role: ICalAttendeeRole.REQ,
        // Whoever booked has said yes by booking, and a host by being free.
        status: ICalAttendeeStatus.ACCEPTED,
        rsvp: false,
      },
    ],
  });
  // Each line ends with CRLF, the last one too (RFC 5545, 3.1); the library leaves it to us.
  return `${calendar.toString()}\r\n`;
}
