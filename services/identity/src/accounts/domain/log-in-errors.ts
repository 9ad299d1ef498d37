import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** One answer for an unknown address and a wrong password. */
export class LoginFailed extends DomainError<ErrorCode> {
  constructor() {
    super("LOGIN_FAILED", "The e-mail address or the password is wrong.");
  }
}

/** Told only to a caller that knows the password. */
export class EmailNotVerified extends DomainError<ErrorCode> {
  constructor() {
    super("EMAIL_NOT_VERIFIED", "Follow the link in the mail first.");
  }
}

/** The credential belongs to no session that lives; whether it ever did is not said. */
export class SessionOver extends DomainError<ErrorCode> {
  constructor() {
    super("SESSION_ENDED", "The session has ended; log in again.");
  }
}

export class WrongPassword extends DomainError<ErrorCode> {
  constructor() {
    super("WRONG_PASSWORD", "The current password is wrong.");
  }
}

export class RateLimited extends DomainError<ErrorCode> {
  constructor(retryAfterSeconds: number) {
    super("RATE_LIMITED", "Too many attempts; try again later.", { retryAfterSeconds });
  }
}

export class LastLogInMethod extends DomainError<ErrorCode> {
  constructor() {
    super("LAST_LOG_IN_METHOD", "Set a password or add a passkey first: nothing else logs you in.");
  }
}
