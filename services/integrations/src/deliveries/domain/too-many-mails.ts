import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** A limit of the mail is reached. */
export class TooManyMails extends DomainError<ErrorCode> {
  constructor() {
    super("TOO_MANY_MAILS", "The mail has to wait for a limit.");
  }
}
