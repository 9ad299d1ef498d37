import { DomainError } from "./domain-error.ts";

/** The act is too grave for a session that has been open for a while. */
export class FreshLoginRequired extends DomainError {
  constructor() {
    super("FRESH_LOGIN_REQUIRED", "Show once more who you are; your last log-in is too long ago.");
  }
}
