import type { Context } from "../../../context.ts";
import { bookingMail } from "../../domain/booking-mail.ts";
import type { Delivery } from "../../../deliveries/domain/delivery.ts";
import { guestMail } from "../../domain/guest-mail.ts";
import { invitationMail } from "../../domain/invitation-mail.ts";
import type { Mail, NoMail } from "../../domain/mail.ts";
import { verificationMail } from "../../domain/verification-mail.ts";

const gone: NoMail = { reason: "NO_LONGER_THERE" };
const untold: NoMail = { reason: "NEVER_TOLD" };

const endings: readonly string[] = [
  "BOOKING_CANCELLED",
  "BOOKING_DECLINED",
  "BOOKING_GUEST_REMOVED",
];

/** The mail, written from what the graph says now; nothing of it is kept. */
export async function composeMail(
  { graph, store, now }: Pick<Context, "graph" | "store" | "now">,
  delivery: Delivery,
): Promise<Mail | NoMail> {
  const { kind, recipient, aboutId } = delivery;
  if (kind === "EMAIL_VERIFICATION") {
    const facts = await graph.verification(aboutId);
    return facts ? verificationMail(facts) : gone;
  }
  if (kind === "INVITATION") {
    const facts = await graph.invitation(aboutId);
    return facts ? invitationMail(facts, now) : gone;
  }
  if (recipient.kind === "GUEST") {
    // A recipient that has heard nothing of a meeting is not told that it is off.
    if (endings.includes(kind) && !(await store.deliveries.hasTold(delivery))) return untold;
    const facts = await graph.bookingForGuest(aboutId);
    return facts ? guestMail(delivery, facts) : gone;
  }
  const ask = recipient.kind === "HOST" ? graph.bookingForHost : graph.bookingForAttendee;
  const facts = await ask(aboutId);
  return facts ? bookingMail(delivery, facts) : gone;
}
