import { DomainError, type ErrorCode } from "@tidbok/domain";

/** More requests are under way than are worked on soon. Nothing was done; the same request may be sent again. */
export class TooMuchToDo extends DomainError<ErrorCode> {
  constructor() {
    super("TOO_BUSY", "There is too much to do right now. Send the request again in a second.", {
      retryAfterSeconds: 1,
    });
  }
}
