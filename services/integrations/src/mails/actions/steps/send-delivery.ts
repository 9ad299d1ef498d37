import { DomainError } from "@tidbok/domain";
import { DeliveryFailed, DeliverySent } from "@tidbok/events";
import { inTransaction, requestIdOf } from "@tidbok/service";
import type { Context } from "../../../context.ts";
import { afterAttempt, usedUp, type Outcome } from "../../../deliveries/domain/after-attempt.ts";
import type { LeasedDelivery } from "../../../deliveries/domain/delivery.ts";
import type { Mail } from "../../domain/mail.ts";
import { composeMail } from "./compose-mail.ts";

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
  if ("kind" in mail) return { outcome: mail, attempts: delivery.attempts };
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
    return { kind: "UNAVAILABLE", code };
  }
}

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
    if (!(await context.store.deliveries.settle(delivery, settlement))) return;
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
