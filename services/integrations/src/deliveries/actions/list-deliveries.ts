import { isAdministrator, validate } from "@tidbok/domain";
import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { deliveryKinds, type Delivery } from "../domain/delivery.ts";

const states = ["PENDING", "SENDING", "SENT", "FAILED", "SKIPPED"] as const;

const filterSchema = z.strictObject({
  state: z.enum(states).nullish(),
  kind: z.enum(deliveryKinds).nullish(),
  bookingId: z.guid("must be an id").nullish(),
});

type Asked = PageRequest & { readonly organizationId: string; readonly filter?: unknown };

/** The organization's deliveries but those to guests, newest first; null for a caller below admin. */
export async function listDeliveries(
  context: Context,
  { organizationId, filter, ...asked }: Asked,
): Promise<Connection<Delivery> | null> {
  if (!isAdministrator(context.caller, organizationId)) return null;
  const page = idPageOf(asked, context.cursors);
  const rows = await context.store.deliveries.list({
    ...validate(filterSchema, filter ?? {}),
    organizationId,
    // Only the hosts of a booking see those, at the booking.
    includesGuests: false,
    page,
  });
  return connectionOf(rows, { page, cursors: context.cursors, positionOf: ({ id }) => [id] });
}
