import { z } from "zod";
import { defineEvent } from "../define/define-event.ts";
import { fact } from "../define/fact.ts";

const delivery = {
  deliveryId: fact.id,
  organizationId: fact.id.optional(),
  bookingId: fact.id.optional(),
};

/** A mail server or webhook took a message. Aggregate: the delivery. */
export const DeliverySent = defineEvent("integrations.delivery.sent", z.object(delivery));

/** A message was refused for good, after this many attempts. Aggregate: the delivery. */
export const DeliveryFailed = defineEvent(
  "integrations.delivery.failed",
  z.object({ ...delivery, attempts: fact.count }),
);
