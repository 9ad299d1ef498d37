import { DomainError } from "./domain-error.ts";

/** There is no such thing, or the caller may not know that there is: the two read the same. */
export class NotFound extends DomainError {
  constructor(what: string) {
    super("NOT_FOUND", `There is no such ${what}.`);
  }
}
