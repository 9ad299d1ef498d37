import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

export class BookingLinkInvalid extends DomainError<ErrorCode> {
  constructor() {
    super("BOOKING_LINK_INVALID", "This link cannot be used. Ask whoever sent it for a new one.");
  }
}

export class BookingLinkUsed extends DomainError<ErrorCode> {
  constructor() {
    super("BOOKING_LINK_USED", "This link has been used. Ask whoever sent it for a new one.");
  }
}

export class TooManyLinks extends DomainError<ErrorCode> {
  constructor(most: number) {
    super("TOO_MANY_LINKS", "This meeting type has too many links that can still be used.", {
      most,
    });
  }
}
