import type { Context } from "../../context.ts";
import type { RetentionRule } from "../domain/retention-rule.ts";

/** Saves how many days an organization keeps its bookings. A longer period does not restore deleted bookings. */
export async function saveRetentionRule(
  { store }: Pick<Context, "store">,
  rule: RetentionRule,
): Promise<void> {
  await store.outdatedBookings.saveRule(rule);
}
