import { Forbidden, FreshLoginRequired, input, newId, requireRole, validate } from "@tidbok/domain";
import { RetentionChanged } from "@tidbok/events";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../context.ts";
import type { Retention } from "../domain/retention.ts";

const schema = z.strictObject({
  organizationId: input.id,
  bookingDays: z.int().min(1).max(3_650).nullish(),
});

/** Sets how long bookings are kept, and tells the services that hold them. A rule that is set already is not told again. */
export async function setRetention(context: Context, given: unknown): Promise<Retention> {
  const { organizationId, bookingDays = null } = validate(schema, given);
  const { caller, now } = context;
  requireRole(caller, { organizationId, least: "OWNER" });
  // A deletion cannot be undone, so an app may not order it, and the owner must have just logged in.
  if (caller.kind !== "account") throw new Forbidden();
  if (!caller.isFresh) throw new FreshLoginRequired();
  const rule = { id: newId(), organizationId, bookingDays, setAt: now };
  const kept = await inTransaction(context, async ({ store, tell }) => {
    const changed = await store.retentionRules.put(rule);
    if (changed === null) return store.retentionRules.findMany([organizationId]);
    const subject = { about: changed.id, organizationId };
    await tell(RetentionChanged, subject, { organizationId, bookingDays });
    return [changed];
  });
  return kept[0] ?? rule;
}
