import { DomainError } from "./domain-error.ts";
import type { ErrorCode } from "../error-codes.ts";

/** There is no such thing, or the caller may not know that there is: the two read the same. */
export class NotFound extends DomainError<ErrorCode> {
  constructor(what: string) {
    super("NOT_FOUND", `There is no such ${what}.`);
  }
}
