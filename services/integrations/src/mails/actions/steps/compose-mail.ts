import type { Context } from "../../../context.ts";
import { isEnding, type Delivery } from "../../../deliveries/domain/delivery.ts";
import { isNewOrganization } from "../../../deliveries/domain/mail-limits.ts";
import { bookingMail } from "../../domain/booking-mail.ts";
import type { BookingFacts } from "../../domain/facts.ts";
import { guardContent, isContentHeld } from "../../domain/guard-content.ts";
import { guestMail } from "../../domain/guest-mail.ts";
import { invitationMail } from "../../domain/invitation-mail.ts";
import type { Mail, NoMail } from "../../domain/mail.ts";
import { verificationMail } from "../../domain/verification-mail.ts";

/** A mail, with the account in whose name it goes, and whether its content keeps it back. */
export type ComposedMail = {
  readonly mail: Mail;
  /** The organizer of the booking; null where there is none. */
  readonly senderId: string | null;
  readonly isContentHeld: boolean;
  /** Whether the reader of an ending was told of the meeting before; false for all other mails. */
  readonly wasToldBefore: boolean;
};

type Needed = Pick<Context, "graph" | "store" | "now" | "appUrl">;

const gone: NoMail = { reason: "NO_LONGER_THERE" };
const untold: NoMail = { reason: "NEVER_TOLD" };

/** The mail, written from what the graph says now; nothing of it is kept. */
export async function composeMail(
  context: Needed,
  delivery: Delivery,
): Promise<ComposedMail | NoMail> {
  const { graph, store, now } = context;
  const { kind, recipient, aboutId } = delivery;
  if (kind === "EMAIL_VERIFICATION") {
    const facts = await graph.verification(aboutId);
    return plain(facts ? verificationMail(facts) : gone);
  }
  if (kind === "INVITATION") {
    const facts = await graph.invitation(aboutId);
    return plain(facts ? invitationMail(facts, now) : gone);
  }
  // A guest that has heard nothing of a meeting is not told that it is off.
  const isEndOfGuest = recipient.kind === "GUEST" && isEnding(kind);
  if (isEndOfGuest && !(await store.deliveries.hasTold(delivery, []))) return untold;
  const facts = await bookingFor(graph, delivery);
  return facts ? aboutBooking(context, { delivery, facts }) : gone;
}

function plain(mail: Mail | NoMail): ComposedMail | NoMail {
  return "reason" in mail
    ? mail
    : { mail, senderId: null, isContentHeld: false, wasToldBefore: false };
}

function bookingFor(
  graph: Context["graph"],
  { recipient, aboutId }: Delivery,
): Promise<BookingFacts | null> {
  if (recipient.kind === "GUEST") return graph.bookingForGuest(aboutId);
  return recipient.kind === "HOST"
    ? graph.bookingForHost(aboutId)
    : graph.bookingForAttendee(aboutId);
}

async function aboutBooking(
  { store, now, appUrl }: Needed,
  { delivery, facts }: { readonly delivery: Delivery; readonly facts: BookingFacts },
): Promise<ComposedMail | NoMail> {
  const booking = await store.bookings.find(delivery.aboutId);
  const trust = {
    recipient: delivery.recipient.kind,
    isOnBehalf: booking?.isOnBehalf ?? true,
    isNew: isNewOrganization(delivery.organizationId, now),
  };
  const write = trust.recipient === "GUEST" ? guestMail : bookingMail;
  const mail = write(delivery, { ...guardContent(facts, trust), appUrl });
  if ("reason" in mail) return mail;
  const senderId = facts.hosts[0]?.id ?? null;
  const wasToldBefore =
    isEnding(delivery.kind) && (await store.deliveries.hasTold(delivery, facts.seriesBookingIds));
  return { mail, senderId, isContentHeld: isContentHeld(facts, trust), wasToldBefore };
}
