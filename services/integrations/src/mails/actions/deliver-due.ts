import { newId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { slotsOf } from "../../deliveries/domain/slots-of.ts";
import type { LeasedDelivery } from "../../deliveries/domain/delivery.ts";
import { sendDelivery } from "./steps/send-delivery.ts";

// Longer than the graph may take to answer. A worker that dies while writing has handed over no mail, so it
// is taken up soon.
const writingLeaseMilliseconds = 30_000;

// How long a round waits for a slot before it looks for due mails again.
const longestWaitMilliseconds = 250;

/**
 * Begins to send what is due, as much as there are free slots for, and does not wait for its end: a mail that hangs
 * holds its own slot alone. True where there may be more to do at once.
 */
export async function deliverDue(context: Context): Promise<boolean> {
  const { slots, store, now } = context;
  const claimed = await store.deliveries.claim({
    ...slotsOf(slots.free()),
    leaseId: newId(),
    now,
    until: now + writingLeaseMilliseconds,
  });
  for (const delivery of claimed) slots.fill(attempt(context, delivery));
  if (claimed.length > 0 && slots.free() > 0) return true;
  if (slots.isIdle()) return false;
  await slots.nextFree(longestWaitMilliseconds);
  return true;
}

async function attempt(context: Context, delivery: LeasedDelivery): Promise<void> {
  try {
    await sendDelivery(context, delivery);
  } catch (error) {
    // The lease runs out, and then it is tried again.
    context.log.error({ deliveryId: delivery.id, err: error }, "a delivery broke off");
  }
}
