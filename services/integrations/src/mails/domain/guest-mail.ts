import { comparableEmail } from "@tidbok/domain";
import type { Delivery } from "../../deliveries/domain/delivery.ts";
import type { BookingFacts } from "./facts.ts";
import type { Mail, NoMail } from "./mail.ts";
import { wordsFor, type GuestChange } from "./words-for.ts";
import { namesOf, writeBookingMail } from "./write-booking-mail.ts";

type About = Pick<Delivery, "kind" | "recipient" | "sequence">;

/**
 * The mail to a guest. It says what, when, where and with which hosts, in our words: no text of the person
 * that invited the guest, and no names but the hosts'. It uses that person's zone and language.
 */
export function guestMail(delivery: About, booking: BookingFacts): Mail | NoMail {
  const change = changeFor(delivery, booking);
  if (change === null) return { reason: "SUPERSEDED" };
  const guest = booking.guests.find(({ id }) => id === delivery.recipient.id);
  if (!guest?.email) return { reason: "RECIPIENT_GONE" };
  const { email: address } = guest;
  // A host gets a host's mail.
  const isHost = booking.hosts.some(
    ({ email }) => email && comparableEmail(email) === comparableEmail(address),
  );
  if (isHost) return { reason: "IS_HOST" };
  const [inviting] = booking.attendees;
  const words = wordsFor(inviting?.locale ?? null);
  const who =
    namesOf(booking.hosts.map(({ displayName }) => displayName)) ?? booking.organizationName;
  const isOff = change === "CANCELLED" || change === "UNINVITED";
  const mail = writeBookingMail(
    {
      change,
      booking: { ...booking, answerBy: null, further: [] },
      words,
      reader: { formats: words.formats, timeZone: inviting?.timeZone ?? null },
      to: { name: null, address },
    },
    {
      who,
      opening: words.opening.GUEST(change),
      facts: [[words.label.host, who]],
      link: isOff
        ? null
        : {
            label: words.visit.action,
            note: words.visit.note,
            manageUrl: guest.manageUrl,
            urlOf: ({ manageUrl }) => manageUrl,
          },
    },
  );
  return { ...mail, replyTo: null };
}

// Guests come when the meeting is a sure thing: what waits for a yes is not theirs to wait for.
function changeFor({ kind, sequence }: About, booking: BookingFacts): GuestChange | null {
  if (kind === "BOOKING_GUEST_REMOVED") return "UNINVITED";
  if (kind === "BOOKING_CANCELLED" || kind === "BOOKING_DECLINED") return "CANCELLED";
  if (booking.state !== "CONFIRMED") return null;
  const isOld = booking.sequence > (sequence ?? 0);
  if (kind === "BOOKING_RESCHEDULED") return isOld ? null : "RESCHEDULED";
  if (kind === "BOOKING_REASSIGNED") return isOld ? null : "REASSIGNED";
  return "INVITED";
}
