import { writeCalendar, type CalendarEvent } from "@tidbok/calendar";
import type { Instant } from "@tidbok/domain";
import type { Invitation } from "../domain/mail.ts";

/**
 * The invitation as a calendar file (RFC 5546). The organizer's address is ours, where answers of calendars are not
 * read, so no answer is asked for, and the host's address stays the host's.
 */
export function writeInvitation(
  invitation: Invitation,
  { organizerAddress, now }: { organizerAddress: string; now: Instant },
): string {
  const { method, further, ...first } = invitation;
  const eventOf = (meeting: Invitation["further"][number]) => ({
    uid: meeting.uid,
    sequence: meeting.sequence,
    stampAt: now,
    createdAt: null,
    changedAt: null,
    start: meeting.start,
    end: meeting.end,
    summary: first.summary,
    description: meeting.description,
    location: first.location,
    url: meeting.url,
    status: statusOf(invitation),
    isBusy: null,
    organizer: { name: first.organizerName, address: organizerAddress },
    // A published event is no invitation (RFC 5546, 3.2.1).
    attendee: method === "PUBLISH" ? null : first.attendee,
  });
  const events = [invitation, ...further].map(eventOf);
  return writeCalendar({ method, name: null, refreshSeconds: null, events });
}

function statusOf({ method, isTentative }: Invitation): CalendarEvent["status"] {
  if (method === "CANCEL") return "CANCELLED";
  return isTentative ? "TENTATIVE" : "CONFIRMED";
}
