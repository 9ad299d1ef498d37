import { DomainError, minute, type Instant } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";
import type { Reserved } from "./slot-decision.ts";

/** A slot that is reserved for a short while, for the bearer of its id. */
export type Hold = {
  readonly id: string;
  readonly organizationId: string;
  readonly meetingTypeId: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly hostIds: readonly string[];
  /** The meeting in which it reserves a seat. */
  readonly occurrenceId: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly releasedAt: Instant | null;
};

/** How long a hold lasts: long enough to fill in a form. */
export const holdLength = 5 * minute;

/** How many live holds a meeting type may have: visitors have no account, so one of them could hold every slot. */
export const mostHolds = 20;

export class HoldNotFound extends DomainError<ErrorCode> {
  constructor() {
    super("HOLD_NOT_FOUND", "No such hold exists for this slot.");
  }
}

export class HoldExpired extends DomainError<ErrorCode> {
  constructor() {
    super("HOLD_EXPIRED", "The hold has expired; choose the slot again.");
  }
}

/** The meeting type has as many live holds as it may; a booking without a hold is still possible. */
export class TooManyHolds extends DomainError<ErrorCode> {
  constructor() {
    super("TOO_MANY_HOLDS", "Too many slots are held right now; book without a hold, or wait.");
  }
}

/** Whether the hold still reserves its slot; at the very instant of its expiry it does not. */
export function isHeld(hold: Hold, now: Instant): boolean {
  return hold.releasedAt === null && now < hold.expiresAt;
}

/** What the hold has reserved, for the booking that uses it. */
export function reservedByHold({ occurrenceId, hostIds, createdAt }: Hold): Reserved {
  return { id: occurrenceId, hostIds, noticeFrom: createdAt, keepsSeat: true };
}
