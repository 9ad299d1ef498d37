import { DomainError, type ErrorCode } from "@tidbok/domain";

/** More callers want the same than can be served in time. */
export class TooBusy extends DomainError<ErrorCode> {
  constructor() {
    const message = "The service is busy or starting. Try again in a moment.";
    super("SERVICE_UNAVAILABLE", message, { retryAfterSeconds: 1 });
  }
}
