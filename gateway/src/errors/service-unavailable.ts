import { DomainError, type ErrorCode } from "@tidbok/domain";

/** A part of the platform does not answer. Safe to send again with the same idempotency key. */
export class ServiceUnavailable extends DomainError<ErrorCode> {
  constructor(cause?: unknown) {
    super("SERVICE_UNAVAILABLE", "A part of the service can't be reached right now. Try again.");
    this.cause = cause;
  }
}
