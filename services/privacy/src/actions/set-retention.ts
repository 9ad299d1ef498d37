import {
  Forbidden,
  FreshLoginRequired,
  input,
  newId,
  NotFound,
  roleIn,
  validate,
} from "@tidbok/domain";
import { RetentionChanged } from "@tidbok/events";
import { z } from "zod";
import type { Context } from "../context.ts";
import type { Retention } from "../domain/retention.ts";

const schema = z.strictObject({
  organizationId: input.id,
  bookingDays: z.int().min(1).max(3_650).nullish(),
});

/** Sets how long bookings are kept, and tells whoever keeps them. What was set already is not told again. */
export async function setRetention(context: Context, given: unknown): Promise<Retention> {
  const { organizationId, bookingDays = null } = validate(schema, given);
  const { caller, now, store, traceparent } = context;
  const role = roleIn(caller, organizationId);
  if (role === null) throw new NotFound("organization");
  // What is deleted stays deleted, so it takes the person whom the organization belongs to, here and now.
  if (role !== "OWNER" || caller.kind !== "account") throw new Forbidden();
  if (!caller.isFresh) throw new FreshLoginRequired();
  const rule = { id: newId(), organizationId, bookingDays, setAt: now };
  const kept = await store.transaction(async (inside) => {
    const changed = await inside.retentionRules.put(rule);
    if (changed === null) return inside.retentionRules.findMany([organizationId]);
    await inside.outbox.append(
      RetentionChanged,
      { aggregateId: changed.id, organizationId, occurredAt: now, traceparent },
      { organizationId, bookingDays },
    );
    return [changed];
  });
  return kept[0] ?? rule;
}
