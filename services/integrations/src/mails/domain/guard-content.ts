import type { Recipient } from "../../deliveries/domain/delivery.ts";
import type { BookingFacts } from "./facts.ts";
import { hasLink, inert } from "./inert.ts";

/** What decides how far the words of others are trusted in a mail. */
export type Trust = {
  readonly recipient: Recipient["kind"];
  /** Whether the attendee did not book by themselves: a host or an admin did, or a file was imported. */
  readonly isOnBehalf: boolean;
  /** Whether the organization was made lately. */
  readonly isNew: boolean;
};

/**
 * The facts with links that are not clickable, where another person than the reader wrote them. Any visitor can book in
 * the name of any address, so titles and names are inert for all attendees and guests; the place of a meeting is not
 * for attendees that booked by themselves with an organization that is known for a while. Hosts read the attendees'
 * words so. A new organization, which may have another's logo, sends none. The page behind the manage link shows all of it as it was written.
 */
export function guardContent(booking: BookingFacts, trust: Trust): BookingFacts {
  const attendees = booking.attendees.map((attendee) => ({
    ...attendee,
    cancellationReason: inert(attendee.cancellationReason),
  }));
  if (trust.recipient === "HOST") {
    return {
      ...booking,
      attendees: attendees.map((attendee) => ({ ...attendee, name: inert(attendee.name) })),
    };
  }
  const { kind, text } = booking.location;
  const isInert = trust.isNew || isUninvited(trust);
  return {
    ...booking,
    attendees,
    title: inert(booking.title),
    organizationName: inert(booking.organizationName),
    organizationLogo: trust.isNew ? null : booking.organizationLogo,
    hosts: booking.hosts.map((host) => ({ ...host, displayName: inert(host.displayName) })),
    location: { kind, text: isInert ? inert(text) : text },
  };
}

/** Whether a mail of a new organization waits: its title or a name has a link, or the place of an uninvited reader. */
export function isContentHeld(booking: BookingFacts, trust: Trust): boolean {
  if (!trust.isNew || trust.recipient === "HOST") return false;
  return [
    booking.title,
    booking.organizationName,
    ...booking.hosts.map(({ displayName }) => displayName),
    isUninvited(trust) ? booking.location.text : null,
  ].some((text) => text !== null && hasLink(text));
}

// A guest was named by another person.
function isUninvited({ recipient, isOnBehalf }: Trust): boolean {
  return recipient === "GUEST" || isOnBehalf;
}
