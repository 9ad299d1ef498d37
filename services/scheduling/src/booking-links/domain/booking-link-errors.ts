import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

export class BookingLinkInvalid extends DomainError<ErrorCode> {
  constructor() {
    super("BOOKING_LINK_INVALID", "This link cannot be used. Ask its sender for a new one.");
  }
}

export class BookingLinkUsed extends DomainError<ErrorCode> {
  constructor() {
    super("BOOKING_LINK_USED", "All uses of this link are spent. Ask its sender for a new one.");
  }
}

export class TooManyLinks extends DomainError<ErrorCode> {
  constructor(most: number) {
    super(
      "TOO_MANY_LINKS",
      "This meeting type has as many usable links as it may have. Revoke one first.",
      {
        most,
      },
    );
  }
}
