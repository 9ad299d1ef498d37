import type { Instant } from "@tidbok/domain";

/** How long an organization keeps its bookings. */
export type RetentionRule = {
  readonly organizationId: string;
  /** Days after a booking's end or cancellation; null: for the life of the organization's account. */
  readonly bookingDays: number | null;
  readonly updatedAt: Instant;
};

/** The numbers of bookings and attendees that a retention rule would delete. */
export type OutdatedCount = { readonly bookings: number; readonly attendees: number };
