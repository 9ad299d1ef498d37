import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

export class HoldNotFound extends DomainError<ErrorCode> {
  constructor() {
    super("HOLD_NOT_FOUND", "There is no such hold of this slot.");
  }
}

export class HoldExpired extends DomainError<ErrorCode> {
  constructor() {
    super("HOLD_EXPIRED", "The slot is not kept any more; choose it again.");
  }
}

/** As many slots are kept as may be at once; one without a hold can be booked all the same. */
export class TooManyHolds extends DomainError<ErrorCode> {
  constructor() {
    super("TOO_MANY_HOLDS", "Too many slots are kept right now; book without a hold, or wait.");
  }
}
