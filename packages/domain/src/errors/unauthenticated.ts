import { DomainError } from "./domain-error.ts";
import type { ErrorCode } from "../error-codes.ts";

/** The request needs a logged-in caller, and this one is not logged in. */
export class Unauthenticated extends DomainError<ErrorCode> {
  constructor(message = "Log in first.") {
    super("UNAUTHENTICATED", message);
  }
}
