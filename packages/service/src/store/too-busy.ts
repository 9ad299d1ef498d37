import { DomainError, type ErrorCode } from "@tidbok/domain";

/** More callers want the same than can be served in time. Nothing was done. */
export class TooBusy extends DomainError<ErrorCode> {
  constructor() {
    const message = "Too many requests wait for the same. Send the request again in a second.";
    super("TOO_BUSY", message, { retryAfterSeconds: 1 });
  }
}
