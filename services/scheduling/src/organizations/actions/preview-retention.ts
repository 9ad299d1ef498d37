import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { OutdatedCount } from "../domain/outdated-count.ts";
import { isAdministrator } from "../../bookings/domain/relation.ts";

const day = 24 * 60 * 60_000;
const schema = z.strictObject({
  organizationId: input.id,
  bookingDays: z.int().min(1).max(3_650),
});

/** How much a rule of so many days would delete at once; null for who does not govern the organization. */
export async function previewRetention(
  { caller, store, now }: Context,
  given: unknown,
): Promise<OutdatedCount | null> {
  const { organizationId, bookingDays } = validate(schema, given);
  if (!isAdministrator(caller, organizationId)) return null;
  return store.outdatedBookings.count({ organizationId, before: now - bookingDays * day });
}
