import { DomainError } from "@tidbok/domain";

export class HoldNotFound extends DomainError {
  constructor() {
    super("HOLD_NOT_FOUND", "There is no such hold of this slot.");
  }
}

export class HoldExpired extends DomainError {
  constructor() {
    super("HOLD_EXPIRED", "The slot is not kept any more; choose it again.");
  }
}

/** As many slots are kept as may be at once; one without a hold can be booked all the same. */
export class TooManyHolds extends DomainError {
  constructor() {
    super("TOO_MANY_HOLDS", "Too many slots are kept right now; book without a hold, or wait.");
  }
}
