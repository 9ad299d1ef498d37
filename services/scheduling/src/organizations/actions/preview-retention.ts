import { day, input, isAdministrator, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { OutdatedCount } from "../domain/retention-rule.ts";

const retentionPreviewInput = z.strictObject({
  organizationId: input.id,
  bookingDays: z.int().min(1).max(3_650),
});

/** The numbers of bookings and attendees that a retention rule would delete now; null for a caller that is no admin. */
export async function previewRetention(
  { caller, store, now }: Context,
  given: unknown,
): Promise<OutdatedCount | null> {
  const { organizationId, bookingDays } = validate(retentionPreviewInput, given);
  if (!isAdministrator(caller, organizationId)) return null;
  return store.outdatedBookings.count({ organizationId, before: now - bookingDays * day });
}
