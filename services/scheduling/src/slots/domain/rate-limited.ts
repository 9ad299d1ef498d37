import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** A network has made too many attempts to hold or book slots; `retryAfterSeconds` says when the next may come. */
export class RateLimited extends DomainError<ErrorCode> {
  constructor(retryAfterSeconds: number) {
    super("RATE_LIMITED", "Too many attempts; try again later.", { retryAfterSeconds });
  }
}
