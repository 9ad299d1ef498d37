import { DomainError } from "./domain-error.ts";
import type { ErrorCode } from "../error-codes.ts";

/** The caller is known and may not do this. Where even existence is a secret, throw NotFound instead. */
export class Forbidden extends DomainError<ErrorCode> {
  constructor(message = "You may not do this.") {
    super("FORBIDDEN", message);
  }
}
