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
