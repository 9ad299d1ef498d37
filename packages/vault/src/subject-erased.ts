import { DomainError, type ErrorCode } from "@tidbok/domain";

/** The person was erased. Nothing may be kept about them again under this id. */
export class SubjectErased extends DomainError<ErrorCode> {
  constructor() {
    super("SUBJECT_ERASED", "This person's data has been erased for good.");
  }
}
