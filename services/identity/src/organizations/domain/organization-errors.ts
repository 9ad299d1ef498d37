import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

export class SlugTaken extends DomainError<ErrorCode> {
  constructor() {
    super("SLUG_TAKEN", "Another organization has this address.");
  }
}

export class AlreadyMember extends DomainError<ErrorCode> {
  constructor() {
    super("ALREADY_MEMBER", "This person belongs to the organization already.");
  }
}

export class LastOwner extends DomainError<ErrorCode> {
  constructor() {
    super("LAST_OWNER", "An organization needs an owner: make another member the owner first.");
  }
}

/** A person belongs to so many organizations that no request of theirs could carry more. */
export class TooManyOrganizations extends DomainError<ErrorCode> {
  constructor() {
    super("TOO_MANY_ORGANIZATIONS", "A person may belong to 50 organizations at most.");
  }
}
