import { DomainError } from "./domain-error.ts";
import type { ErrorCode } from "./error-codes.ts";

/** The request needs somebody who is logged in, and nobody is. */
export class Unauthenticated extends DomainError<ErrorCode> {
  constructor(message = "Log in first.") {
    super("UNAUTHENTICATED", message);
  }
}
