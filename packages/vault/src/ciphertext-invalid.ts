import { DomainError, type ErrorCode } from "@tidbok/domain";

/** The bytes were changed, moved to another address, or never were a sealed text. */
export class CiphertextInvalid extends DomainError<ErrorCode> {
  constructor() {
    super("CIPHERTEXT_INVALID", "A stored value cannot be read.");
  }
}
