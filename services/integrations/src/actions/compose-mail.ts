import type { Context } from "../context.ts";
import { bookingMail } from "../domain/booking-mail.ts";
import type { Delivery } from "../domain/delivery.ts";
import { invitationMail } from "../domain/invitation-mail.ts";
import type { Mail, NoMail } from "../domain/mail.ts";
import { verificationMail } from "../domain/verification-mail.ts";

const gone: NoMail = { reason: "NO_LONGER_THERE" };

/** The mail, written from what the graph says now; nothing of it is kept. */
export async function composeMail(
  { graph, now }: Pick<Context, "graph" | "now">,
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
  const ask = recipient.kind === "HOST" ? graph.bookingForHost : graph.bookingForAttendee;
  const facts = await ask(aboutId);
  return facts ? bookingMail(delivery, facts) : gone;
}
