import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** One answer for a wrong code, a used one and one that comes too late. */
export class CodeWrong extends DomainError<ErrorCode> {
  constructor() {
    super("CODE_WRONG", "The code is wrong, was used before, or is too old.");
  }
}

/** Said only to who has shown the first of the two. */
export class SecondStepRequired extends DomainError<ErrorCode> {
  constructor() {
    super(
      "SECOND_STEP_REQUIRED",
      "A code of the authenticator app, or a recovery code, is needed as well.",
    );
  }
}

export class SecondStepOver extends DomainError<ErrorCode> {
  constructor() {
    super("SECOND_STEP_OVER", "The log-in took too long, or is over; log in again.");
  }
}

export class AuthenticatorOn extends DomainError<ErrorCode> {
  constructor() {
    super("AUTHENTICATOR_ON", "Remove the authenticator app before you add another.");
  }
}

export class NoAuthenticator extends DomainError<ErrorCode> {
  constructor() {
    super("NO_AUTHENTICATOR", "There is no authenticator app, or not yet.");
  }
}
