import type { Instant } from "@tidbok/domain";

/** A slot that is kept for whoever has its id. */
export type Hold = {
  readonly id: string;
  readonly organizationId: string;
  readonly meetingTypeId: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly hostIds: readonly string[];
  /** The meeting that it keeps a seat of. */
  readonly occurrenceId: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly releasedAt: Instant | null;
};

/** How long a slot is kept: long enough to fill in a form. */
export const holdLength = 5 * 60_000;

/** How many slots of one meeting type are kept at once: visitors have no name, so one could keep all of them. */
export const mostHolds = 20;

/** Whether the hold still keeps its slot; at the very instant of its expiry it does not. */
export function isHeld(hold: Hold, now: Instant): boolean {
  return hold.releasedAt === null && now < hold.expiresAt;
}
