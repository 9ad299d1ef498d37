import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** One error for an unknown passkey, a used challenge, a foreign page and a copied device. */
export class PasskeyRefused extends DomainError<ErrorCode> {
  constructor() {
    super("PASSKEY_REFUSED", "This passkey was not accepted. Try again, or log in another way.");
  }
}

export class TooManyPasskeys extends DomainError<ErrorCode> {
  constructor() {
    super("TOO_MANY_PASSKEYS", "Remove a passkey before you add another.");
  }
}
