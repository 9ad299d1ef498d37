import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

export class RouteInvalid extends DomainError<ErrorCode> {
  constructor() {
    super(
      "ROUTE_INVALID",
      "This route is too old, or the routing form has changed. Send the answers again.",
    );
  }
}

export class TooManyForms extends DomainError<ErrorCode> {
  constructor(most: number) {
    super(
      "TOO_MANY_FORMS",
      "This organization has as many routing forms as it may have. Delete one first.",
      { most },
    );
  }
}
