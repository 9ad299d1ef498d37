import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** One error for a wrong code, a used code and an expired one. */
export class CodeWrong extends DomainError<ErrorCode> {
  constructor() {
    super("CODE_WRONG", "The code is wrong, was used before, or is too old.");
  }
}

/** Thrown only after a right first step, so that it tells nothing to others. */
export class SecondStepRequired extends DomainError<ErrorCode> {
  constructor() {
    super(
      "SECOND_STEP_REQUIRED",
      "A code of the authenticator app or a recovery code is also required.",
    );
  }
}

export class SecondStepOver extends DomainError<ErrorCode> {
  constructor() {
    super("SECOND_STEP_OVER", "The log-in has expired or was completed before; log in again.");
  }
}

export class AuthenticatorOn extends DomainError<ErrorCode> {
  constructor() {
    super("AUTHENTICATOR_ON", "Remove the authenticator app before you add another.");
  }
}

export class NoAuthenticator extends DomainError<ErrorCode> {
  constructor() {
    super("NO_AUTHENTICATOR", "The account has no authenticator app, or it is not confirmed yet.");
  }
}
