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
 * its own zone. The organizer's address is ours, where answers of calendars are not read, so no answer is
 * asked for, and the host's address stays the host's.
 */
export function writeCalendar(
  invitation: Invitation,
  { organizerAddress, now }: { organizerAddress: string; now: Instant },
): string {
  const calendar = ical({
    prodId: "//Tidbok//Scheduling//EN",
    scale: "GREGORIAN",
    method: methods[invitation.method],
  });
  for (const meeting of [invitation, ...invitation.further]) {
    calendar.createEvent({
      id: meeting.uid,
      sequence: meeting.sequence,
      stamp: new Date(now),
      start: new Date(meeting.start),
      end: new Date(meeting.end),
      summary: invitation.summary,
      location: invitation.location,
      status: statusOf(invitation),
      organizer: { name: invitation.organizerName, email: organizerAddress },
      // A published event is no invitation (RFC 5546, 3.2.1).
      attendees: invitation.method === "PUBLISH" ? [] : [attendeeOf(invitation)],
    });
  }
  // Each line ends with CRLF, the last one too (RFC 5545, 3.1); the library leaves it to us.
  return `${calendar.toString()}\r\n`;
}

const methods = {
  REQUEST: ICalCalendarMethod.REQUEST,
  CANCEL: ICalCalendarMethod.CANCEL,
  PUBLISH: ICalCalendarMethod.PUBLISH,
} as const;

function statusOf({ method, isTentative }: Invitation): ICalEventStatus {
  if (method === "CANCEL") return ICalEventStatus.CANCELLED;
  return isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

function attendeeOf({ attendee }: Invitation) {
  return {
    ...(attendee.name === null ? {} : { name: attendee.name }),
    email: attendee.address,
    role: ICalAttendeeRole.REQ,
    // The attendee has accepted by booking, and the host by being free.
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  };
}
