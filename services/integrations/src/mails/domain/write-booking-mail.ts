import { isTalk } from "./change-of.ts";
import type { BookingFacts } from "./facts.ts";
import { layOut } from "./lay-out.ts";
import type { Mail, Invitation, Mailbox } from "./mail.ts";
import type { AnyChange, Words } from "./words-for.ts";
import { writeMoment, writeRange, writeSubjectRange, type Reader } from "./write-time.ts";

/** What a booking's mail is made of, for one reader. */
export type Draft = {
  readonly change: AnyChange;
  readonly booking: BookingFacts;
  readonly words: Words;
  readonly reader: Reader;
  readonly to: { readonly name: string | null; readonly address: string };
};

/** A line of a mail; it is left out without a value. */
export type Fact = readonly [label: string, value: string | null];

/** The mail without its reply address. */
export function writeBookingMail(
  draft: Draft,
  own: {
    who: string | null;
    opening: string;
    facts: readonly Fact[];
    action: { label: string; url: string; note: string } | null;
  },
): Omit<Mail, "replyTo"> {
  const { change, booking, words, reader, to } = draft;
  const { label, place } = words;
  const { kind, text } = booking.location;
  const range = { start: booking.startAt, end: booking.endAt };
  const facts: readonly Fact[] = [
    [label.what, booking.title],
    [label.when, writeRange(reader, range)],
    ...booking.further.map(({ startAt: start, endAt: end, manageUrl }): Fact => {
      const when = writeRange(reader, { start, end });
      return [label.further, manageUrl === null ? when : `${when}\n${manageUrl}`];
    }),
    [label.where, text === null ? place[kind] : `${place[kind]}: ${text}`],
    [label.proposed, change === "TIMES_PROPOSED" ? writeProposed(reader, booking) : null],
    ...own.facts,
    [label.answerBy, booking.answerBy === null ? null : writeMoment(reader, booking.answerBy)],
  ];
  const headline = { title: booking.title, who: own.who };
  return {
    to,
    subject: words.subject(change, { ...headline, when: writeSubjectRange(reader, range) }),
    ...layOut({
      language: words.language,
      greeting: words.greeting(to.name),
      paragraphs: [own.opening],
      facts: facts.flatMap(([name, value]) => (value === null ? [] : [{ label: name, value }])),
      action: own.action,
      footer: words.footer,
    }),
    invitation: isTalk(change)
      ? null
      : bookingInvitation({ booking, change, words, to, summary: words.summary(headline) }),
  };
}

// A meeting that moves to a proposed time keeps its length.
function writeProposed(reader: Reader, { proposedStarts, startAt, endAt }: BookingFacts): string {
  return proposedStarts
    .map((start) => writeRange(reader, { start, end: start + endAt - startAt }))
    .join("\n");
}

/** Names in a row; null where no name is known. */
export function namesOf(names: readonly (string | null)[]): string | null {
  const known = names.filter((name) => name !== null && name !== "");
  return known.length === 0 ? null : known.join(", ");
}

/**
 * What the reader's calendar is told of the booking. The only attendee is the reader. The manage link
 * is not in it: people share their calendars.
 */
function bookingInvitation({
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
