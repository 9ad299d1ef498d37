import { DomainError, minute } from "@tidbok/domain";
import { DeliveryFailed, DeliverySent } from "@tidbok/events";
import { inTransaction, requestIdOf } from "@tidbok/service";
import type { Context } from "../../../context.ts";
import { afterAttempt, usedUp, type Outcome } from "../../../deliveries/domain/after-attempt.ts";
import type { LeasedDelivery } from "../../../deliveries/domain/delivery.ts";
import { composeMail, type ComposedMail } from "./compose-mail.ts";
import { handOver } from "./hand-over.ts";

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
  const composed = await compose(context, delivery);
  if ("kind" in composed) {
    const failures = composed.kind === "UNWRITTEN" ? 1 : 0;
    return { outcome: composed, attempts: delivery.attempts + failures };
  }
  const handed = await handOver(context, { delivery, composed });
  if (handed === null) return null;
  if ("kind" in handed) return { outcome: handed, attempts: delivery.attempts };
  const outcome = await context.mailer.send(composed.mail, {
    id: delivery.id,
    now: context.clock(),
  });
  return { outcome, attempts: handed.attempts };
}

// The organization may change its words meanwhile.
const contentPause = 15 * minute;

async function compose(
  context: Context,
  delivery: LeasedDelivery,
): Promise<ComposedMail | Outcome> {
  try {
    const composed = await composeMail(context, delivery);
    if ("reason" in composed) return { kind: "UNNEEDED", code: composed.reason };
    if (!composed.isContentHeld) return composed;
    return { kind: "HELD", code: "CONTENT_HELD", until: context.clock() + contentPause };
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
  "TOO_BUSY",
]);

async function settle(
  context: Context,
  { delivery, attempt }: { delivery: LeasedDelivery; attempt: Attempt },
): Promise<void> {
  const { outcome, attempts } = attempt;
  const now = context.clock();
  const settlement = afterAttempt(outcome, { attempts, createdAt: delivery.createdAt, now });
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
