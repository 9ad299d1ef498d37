import { DomainError, type ErrorCode } from "@tidbok/domain";

/** The caller came back to the organization, and the news of the leaving is on its way here. It comes within seconds. */
export class MembershipNotSettled extends DomainError<ErrorCode> {
  constructor() {
    const message = "The membership is new and not known everywhere yet. Try again in a second.";
    super("SERVICE_UNAVAILABLE", message, { retryAfterSeconds: 1 });
  }
}
