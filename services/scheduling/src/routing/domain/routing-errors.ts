import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

export class RouteInvalid extends DomainError<ErrorCode> {
  constructor() {
    super("ROUTE_INVALID", "The answers have led elsewhere since, or long ago. Answer them again.");
  }
}

export class TooManyForms extends DomainError<ErrorCode> {
  constructor(most: number) {
    super("TOO_MANY_FORMS", "This organization has too many routing forms.", { most });
  }
}
