import { newId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { sendDelivery } from "./steps/send-delivery.ts";

// Few enough that a restart leaves few behind, enough that one slow mail holds up few others.
const batch = 8;

// Longer than the graph may take to answer. A worker that dies while writing has handed over no mail, so it
// is taken up soon.
const writingLeaseMilliseconds = 30_000;

/** Sends what is due, some at a time; whether there was any. */
export async function deliverDue(context: Context): Promise<boolean> {
  const claimed = await context.store.deliveries.claim({
    leaseId: newId(),
    now: context.now,
    until: context.now + writingLeaseMilliseconds,
    limit: batch,
  });
  await Promise.all(
    claimed.map((delivery) =>
      sendDelivery(context, delivery).catch((error: unknown) => {
        // The lease runs out, and then it is tried again.
        context.log.error({ deliveryId: delivery.id, err: error }, "a delivery broke off");
      }),
    ),
  );
  return claimed.length > 0;
}
