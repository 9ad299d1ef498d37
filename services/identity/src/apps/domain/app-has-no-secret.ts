import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

export class AppHasNoSecret extends DomainError<ErrorCode> {
  constructor() {
    super("APP_HAS_NO_SECRET", "A public app has no secret; it proves itself by PKCE.");
  }
}
