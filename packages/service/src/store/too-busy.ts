import { DomainError, type ErrorCode } from "@tidbok/domain";

/** So many want the same that not all can be served in time. */
export class TooBusy extends DomainError<ErrorCode> {
  constructor() {
    const message = "The service is busy or starting. Try again in a moment.";
    super("SERVICE_UNAVAILABLE", message, { retryAfterSeconds: 1 });
  }
}
