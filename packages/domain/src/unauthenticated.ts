import { DomainError } from "./domain-error.ts";

/** The request needs somebody who is logged in, and nobody is. */
export class Unauthenticated extends DomainError {
  constructor(message = "Log in first.") {
    super("UNAUTHENTICATED", message);
  }
}
