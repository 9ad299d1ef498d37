import type { Delivery } from "../../deliveries/domain/delivery.ts";
import type { AttendeeFacts, BookingFacts, HostFacts } from "./facts.ts";
import type { Mail, NoMail } from "./mail.ts";
import { plainName } from "./plain-name.ts";
import { changeOf, isOff } from "./change-of.ts";
import { meetingToTell } from "./meeting-to-tell.ts";
import { wordsFor, type Change, type Words } from "./words-for.ts";
import { namesOf, writeBookingMail, type Draft, type Fact } from "./write-booking-mail.ts";

type About = Pick<Delivery, "kind" | "recipient" | "sequence">;

/**
 * The mail about a booking to one of its people, by what the booking is now: a late reader
 * reads what is true. News that newer news has overtaken is not sent. Hosts find their bookings below the address of
 * the app.
 */
export function bookingMail(
  delivery: About,
  { appUrl, ...facts }: BookingFacts & { readonly appUrl: string },
): Mail | NoMail {
  const former = formerHost(delivery, facts);
  if (former) return toFormerHost(former, facts);
  const change = changeOf(delivery, facts);
  const booking = meetingToTell(change, { delivery, booking: facts });
  if (booking === null) return { reason: "SUPERSEDED" };
  const { kind, id } = delivery.recipient;
  const people: readonly (HostFacts | AttendeeFacts)[] =
    kind === "HOST" ? booking.hosts : booking.attendees;
  const person = people.find((each) => each.id === id);
  if (!person?.email) return { reason: "RECIPIENT_GONE" };
  const words = wordsFor(person.locale);
  const draft = {
    change,
    booking,
    words,
    reader: { formats: words.formats, timeZone: person.timeZone },
  };
  return "displayName" in person
    ? toHost({ ...draft, to: { name: person.displayName, address: person.email } }, appUrl)
    : toAttendee({ ...draft, to: { name: plainName(person.name), address: person.email } }, person);
}

// A former host that hosts again reads so; every other former host loses the meeting, whatever became of it.
function formerHost({ kind, recipient }: About, booking: BookingFacts): HostFacts | undefined {
  const isNow = booking.hosts.some(({ id }) => id === recipient.id);
  if (kind !== "BOOKING_REASSIGNED" || recipient.kind !== "HOST" || isNow) return undefined;
  return booking.formerHosts.find(({ id }) => id === recipient.id);
}

// It tells nothing of the attendees, since another host meets them now.
function toFormerHost(host: HostFacts, booking: BookingFacts): Mail | NoMail {
  if (!host.email) return { reason: "RECIPIENT_GONE" };
  const words = wordsFor(host.locale);
  const mail = writeBookingMail(
    {
      change: "HANDED_OVER",
      booking: { ...booking, answerBy: null, further: [] },
      words,
      reader: { formats: words.formats, timeZone: host.timeZone },
      to: { name: host.displayName, address: host.email },
    },
    { who: null, opening: words.opening.HOST("HANDED_OVER", null), facts: [], link: null },
  );
  return { ...mail, replyTo: null };
}

function toAttendee(draft: Draft & { readonly change: Change }, attendee: AttendeeFacts): Mail {
  const { change, booking, words } = draft;
  const who =
    namesOf(booking.hosts.map(({ displayName }) => displayName)) ?? booking.organizationName;
  const reason = booking.cancelledBy === "ATTENDEE" ? null : attendee.cancellationReason;
  return {
    ...writeBookingMail(draft, {
      who,
      opening: words.opening.ATTENDEE(change, booking.cancelledBy),
      facts: [
        [words.label.host, who],
        [words.label.reason, isOff(change) ? reason : null],
      ],
      link: isOff(change)
        ? null
        : {
            label: words.manage.action,
            note: words.manage.note,
            manageUrl: attendee.manageUrl,
            urlOf: ({ manageUrl }) => manageUrl,
          },
    }),
    replyTo: null,
  };
}

function toHost(draft: Draft & { readonly change: Change }, appUrl: string): Mail {
  const { change, booking, words } = draft;
  const who = namesOf(booking.attendees.map(({ name }) => name));
  const [attendee] = booking.attendees;
  const isAlone = booking.attendees.length === 1;
  return {
    ...writeBookingMail(draft, {
      who,
      opening: words.opening.HOST(change, booking.cancelledBy),
      facts: [
        ...booking.attendees.flatMap(({ name, email, phone }): Fact[] => [
          [words.label.attendee, name],
          [words.label.email, email],
          [words.label.phone, phone],
        ]),
        ...booking.attendees.flatMap(({ answers }) =>
          // One that mails may not be used for comes without what was answered.
          answers.flatMap(({ question, answer }): Fact[] =>
            answer === null ? [] : [[question, writeAnswer(answer, words)]],
          ),
        ),
        [words.label.reason, isOff(change) ? (attendee?.cancellationReason ?? null) : null],
      ],
      link: isOff(change)
        ? null
        : {
            label: words.host.action,
            note: words.host.note,
            manageUrl: null,
            urlOf: ({ id }) => `${appUrl}/bookings/${id}`,
          },
    }),
    replyTo: isAlone && attendee?.email ? { name: attendee.name, address: attendee.email } : null,
  };
}

/** An answer as it is read; a dash where there is none. */
function writeAnswer(answer: string | number | boolean | null, words: Words): string {
  if (answer === null || answer === "") return words.answer.none;
  if (typeof answer === "boolean") return answer ? words.answer.yes : words.answer.no;
  return String(answer);
}
