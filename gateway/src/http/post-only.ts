import { DomainError, type ErrorCode } from "@tidbok/domain";

/** A known caller asks by GET: addresses stand in logs and histories, and browsers send them with the cookie on their own. */
export class PostOnly extends DomainError<ErrorCode> {
  constructor() {
    super("BAD_REQUEST", "Only visitors may ask by GET. Send the request as POST.");
  }
}
