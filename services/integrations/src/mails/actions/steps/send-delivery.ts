import { DomainError } from "@tidbok/domain";
import { DeliveryFailed, DeliverySent } from "@tidbok/events";
import { inTransaction, requestIdOf } from "@tidbok/service";
import type { Context } from "../../../context.ts";
import { afterAttempt, usedUp, type Outcome } from "../../../deliveries/domain/after-attempt.ts";
import type { LeasedDelivery, Delivery } from "../../../deliveries/domain/delivery.ts";
import type { Mail, NoMail } from "../../domain/mail.ts";
import { bookingMail } from "../../domain/booking-mail.ts";
import { guestMail } from "../../domain/guest-mail.ts";
import { invitationMail } from "../../domain/invitation-mail.ts";
import { verificationMail } from "../../domain/verification-mail.ts";

type Attempt = { readonly outcome: Outcome; readonly attempts: number };

/** Writes and sends one mail that this worker has leased, and keeps how it ended. */
export async function sendDelivery(round: Context, delivery: LeasedDelivery): Promise<void> {
  const { traceparent } = delivery;
  const context = { ...round, traceparent, requestId: requestIdOf(traceparent) ?? round.requestId };
  const attempt = await attemptOf(context, delivery);
  if (attempt === null) return;
  await settle(context, { delivery, attempt });
}

/** Null when the lease was over before the mail could go: then it is another worker's. */
async function attemptOf(context: Context, delivery: LeasedDelivery): Promise<Attempt | null> {
  const end = usedUp(delivery);
  if (end) return { outcome: end, attempts: delivery.attempts };
  const mail = await compose(context, delivery);
  if ("kind" in mail) {
    const failures = mail.kind === "UNWRITTEN" ? 1 : 0;
    return { outcome: mail, attempts: delivery.attempts + failures };
  }
  const now = context.clock();
  const attempts = await context.store.deliveries.handOver({
    ...delivery,
    now,
    until: now + context.leaseMilliseconds,
  });
  if (attempts === null) return null;
  return { outcome: await context.mailer.send(mail, { id: delivery.id, now }), attempts };
}

async function compose(context: Context, delivery: LeasedDelivery): Promise<Mail | Outcome> {
  try {
    const mail = await composeMail(context, delivery);
    return "reason" in mail ? { kind: "UNNEEDED", code: mail.reason } : mail;
  } catch (error) {
    const code = error instanceof DomainError ? error.code : "MAIL_NOT_WRITTEN";
    context.log.warn({ deliveryId: delivery.id, code, err: error }, "a mail could not be written");
    return { kind: unavailable.has(code) ? "UNAVAILABLE" : "UNWRITTEN", code };
  }
}

// The graph gave no answer, so nothing is known of the mail. All else would most likely fail again.
const unavailable: ReadonlySet<string> = new Set([
  "ASK_TIMEOUT",
  "ASK_UNANSWERED",
  "GRAPH_UNAVAILABLE",
  "SERVICE_UNAVAILABLE",
]);

async function settle(
  context: Context,
  { delivery, attempt }: { delivery: LeasedDelivery; attempt: Attempt },
): Promise<void> {
  const { outcome, attempts } = attempt;
  const now = context.clock();
  const settlement = afterAttempt(outcome, { attempts, now });
  const { id, organizationId, bookingId } = delivery;
  const subject = { about: id, organizationId };
  const facts = {
    deliveryId: id,
    ...(organizationId && { organizationId }),
    ...(bookingId && { bookingId }),
  };
  await inTransaction({ ...context, now }, async (context) => {
    if (!(await context.store.deliveries.settle(delivery, { ...settlement, attempts }))) return;
    if (settlement.state === "SENT") await context.tell(DeliverySent, subject, facts);
    if (settlement.state === "FAILED") {
      await context.tell(DeliveryFailed, subject, { ...facts, attempts });
    }
  });
  const code = settlement.lastErrorCode ?? undefined;
  const { requestId } = context;
  const line = {
    requestId,
    deliveryId: id,
    type: delivery.kind,
    state: settlement.state,
    attempts,
    code,
  };
  if (settlement.state === "FAILED") context.log.error(line, "a mail is given up");
  else context.log.info(line, "a mail was attempted");
}

const gone: NoMail = { reason: "NO_LONGER_THERE" };
const untold: NoMail = { reason: "NEVER_TOLD" };

const endings: readonly string[] = [
  "BOOKING_CANCELLED",
  "BOOKING_DECLINED",
  "BOOKING_GUEST_REMOVED",
];

/** The mail, written from what the graph says now; nothing of it is kept. */
async function composeMail(
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
