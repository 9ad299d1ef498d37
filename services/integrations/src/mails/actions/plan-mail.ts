import { newId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { PlannedDelivery } from "../../deliveries/domain/delivery.ts";

/** Makes a delivery to one person about something that is no booking. Repeating it for an event does nothing. */
export async function planMail(
  context: Context,
  mail: Pick<PlannedDelivery, "eventId" | "kind" | "recipient" | "aboutId" | "organizationId">,
): Promise<void> {
  await context.store.deliveries.insertMany([
    {
      ...mail,
      id: newId(),
      sequence: null,
      traceparent: context.traceparent,
      createdAt: context.now,
    },
  ]);
}
