import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** The link was never given out, was replaced, or was changed on the way. */
export class LinkInvalid extends DomainError<ErrorCode> {
  constructor() {
    super("LINK_INVALID", "This link does not work, or not any more.");
  }
}

export class LinkExpired extends DomainError<ErrorCode> {
  constructor() {
    super("LINK_EXPIRED", "This link is too old; ask for a new one.");
  }
}

/** Told only to a caller that has proved to read the address's mail. */
export class EmailTaken extends DomainError<ErrorCode> {
  constructor() {
    super("EMAIL_TAKEN", "Another account has this address.");
  }
}

/** The caller is logged in with another address than the one that was invited. */
export class InvitationNotYours extends DomainError<ErrorCode> {
  constructor() {
    super("INVITATION_NOT_YOURS", "This invitation was sent to another address than yours.");
  }
}
