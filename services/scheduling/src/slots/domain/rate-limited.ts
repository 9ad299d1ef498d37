import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** So many slots were held and booked from one network that whoever asks next has to wait. */
export class RateLimited extends DomainError<ErrorCode> {
  constructor(retryAfterSeconds: number) {
    super("RATE_LIMITED", "Too many attempts; try again later.", { retryAfterSeconds });
  }
}
