import { isTalk } from "./change-of.ts";
import type { BookingFacts } from "./facts.ts";
import { layOut } from "./lay-out.ts";
import type { Mail, Invitation } from "./mail.ts";
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

/** The reader's own page about a meeting: the one button of the mail, and in the calendar entry. */
export type OwnLink = {
  readonly label: string;
  readonly note: string;
  /** Null where the reader has no page about the meeting. */
  readonly urlOf: (meeting: {
    readonly id: string;
    readonly manageUrl: string | null;
  }) => string | null;
  readonly manageUrl: string | null;
};

/** The mail without its reply address. */
export function writeBookingMail(
  draft: Draft,
  own: {
    who: string | null;
    opening: string;
    facts: readonly Fact[];
    /** Null where the meeting does not take place for the reader. */
    link: OwnLink | null;
  },
): Omit<Mail, "replyTo"> {
  const { change, booking, words, reader, to } = draft;
  const { label, place } = words;
  const { kind, text } = booking.location;
  const range = { start: booking.startAt, end: booking.endAt };
  const { link } = own;
  const url = link?.urlOf({ id: booking.id, manageUrl: link.manageUrl }) ?? null;
  const times = [
    { label: label.when, value: writeRange(reader, range), isMain: true },
    ...booking.further.map((meeting) => ({
      label: label.further,
      value: writeRange(reader, { start: meeting.startAt, end: meeting.endAt }),
      url: link?.urlOf(meeting) ?? null,
    })),
  ];
  const facts: readonly Fact[] = [
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
      sender: booking.organizationName ?? words.unnamed.organization,
      hasLogo: booking.organizationLogo !== null,
      heading: words.heading(change, booking.title),
      greeting: words.greeting(to.name),
      paragraphs: [own.opening],
      facts: [
        { label: label.what, value: booking.title },
        ...times,
        ...facts.flatMap(([name, value]) => (value === null ? [] : [{ label: name, value }])),
      ],
      action: link && url !== null ? { label: link.label, url, note: link.note } : null,
      footer: words.footer,
    }),
    logo: booking.organizationLogo,
    invitation: isTalk(change)
      ? null
      : bookingInvitation({ draft, link, summary: words.summary(headline) }),
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
 * What the reader's calendar is told of the booking. The only attendee is the reader. The reader's own link is in it, as
 * long as the meeting takes place: that is where people look for it when they want to move the meeting. Its note says
 * that it is theirs alone.
 */
function bookingInvitation({
  draft: { booking, change, words, to },
  link,
  summary,
}: {
  draft: Draft;
  link: OwnLink | null;
  summary: string;
}): Invitation {
  const { kind, text } = booking.location;
  const isOff =
    booking.state === "CANCELLED" ||
    booking.state === "DECLINED" ||
    change === "HANDED_OVER" ||
    change === "UNINVITED";
  const pageOf = (meeting: { id: string; manageUrl: string | null }) => {
    const url = isOff ? null : (link?.urlOf(meeting) ?? null);
    return { url, description: link && url ? `${link.label}: ${url}\n${link.note}` : null };
  };
  const further = booking.further.map((meeting) => ({
    uid: meeting.id,
    sequence: meeting.sequence,
    start: meeting.startAt,
    end: meeting.endAt,
    ...pageOf(meeting),
  }));
  const host = booking.hosts[0]?.displayName ?? booking.organizationName;
  return {
    method: isOff ? "CANCEL" : further.length > 0 ? "PUBLISH" : "REQUEST",
    uid: booking.id,
    sequence: booking.sequence,
    isTentative: booking.state === "PENDING",
    start: booking.startAt,
    end: booking.endAt,
    summary,
    ...pageOf({ id: booking.id, manageUrl: link?.manageUrl ?? null }),
    location: text ?? (kind === "IN_PERSON" ? null : words.place[kind]),
    organizerName: host ?? words.unnamed.host,
    attendee: to,
    further,
  };
}
