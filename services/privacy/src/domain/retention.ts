import type { Instant } from "@tidbok/domain";

/** How long an organization keeps its bookings: days after their end, or null for its account's life. */
export type Retention = {
  readonly organizationId: string;
  readonly bookingDays: number | null;
  readonly setAt: Instant | null;
};

/** The rule of an organization that has set no rule. */
export function unsetRetention(organizationId: string): Retention {
  return { organizationId, bookingDays: null, setAt: null };
}
