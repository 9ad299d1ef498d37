import { DomainError } from "./domain-error.ts";
import type { ErrorCode } from "../error-codes.ts";

/** The act is too grave for a session that has been open for a while. */
export class FreshLoginRequired extends DomainError<ErrorCode> {
  constructor() {
    super("FRESH_LOGIN_REQUIRED", "Log in again: your last log-in is too long ago for this.");
  }
}
