import type { BookingFacts } from "./facts.ts";
import type { Invitation, Mailbox } from "./mail.ts";
import type { AnyChange, Words } from "./words-for.ts";

/**
 * What the reader's calendar is told of the booking. The only attendee is the reader. The manage link
 * is not in it: people share their calendars.
 */
export function bookingInvitation({
  booking,
  change,
  words,
  to,
  summary,
}: {
  booking: BookingFacts;
  change: AnyChange;
  words: Words;
  to: Mailbox;
  summary: string;
}): Invitation {
  const { kind, text } = booking.location;
  const isOff =
    booking.state === "CANCELLED" ||
    booking.state === "DECLINED" ||
    change === "HANDED_OVER" ||
    change === "UNINVITED";
  const further = booking.further.map(({ id: uid, sequence, startAt: start, endAt: end }) => {
    return { uid, sequence, start, end };
  });
  const host = booking.hosts[0]?.displayName ?? booking.organizationName;
  return {
    method: isOff ? "CANCEL" : further.length > 0 ? "PUBLISH" : "REQUEST",
    uid: booking.id,
    sequence: booking.sequence,
    isTentative: booking.state === "PENDING",
    start: booking.startAt,
    end: booking.endAt,
    summary,
    location: text ?? (kind === "IN_PERSON" ? null : words.place[kind]),
    organizerName: host ?? words.unnamed.host,
    attendee: to,
    further,
  };
}
