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
  /** A fingerprint of the visitor's network; null for accounts and apps, which answer for themselves. */
  readonly network: string | null;
};

/** How long a hold lasts: long enough to fill in a form. */
export const holdLength = 5 * minute;

/** How many live holds a meeting type may have, and those of one network: no visitor can hold all of them. */
const mostHolds = { ofMeetingType: 20, ofNetwork: 10 };

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

/** There are as many live holds as there may be; a booking without a hold is still possible. */
export class TooManyHolds extends DomainError<ErrorCode> {
  constructor() {
    super("TOO_MANY_HOLDS", "Too many slots are held right now; book without a hold, or wait.");
  }
}

/** Throws TooManyHolds when the meeting type, or the network in it, has as many live holds as it may. */
export function requireRoom(live: { readonly all: number; readonly ofNetwork: number }): void {
  if (live.all >= mostHolds.ofMeetingType || live.ofNetwork >= mostHolds.ofNetwork) {
    throw new TooManyHolds();
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
