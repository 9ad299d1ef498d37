import type { Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";

/** Remembers how long an organization keeps its bookings from now on. What is deleted already stays so. */
export async function keepRetention(
  { store }: Context,
  rule: {
    readonly organizationId: string;
    readonly bookingDays: number | null;
    readonly updatedAt: Instant;
  },
): Promise<void> {
  await store.outdatedBookings.putRule(rule);
}
