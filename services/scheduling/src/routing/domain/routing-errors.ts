import { DomainError } from "@tidbok/domain";

export class RouteInvalid extends DomainError {
  constructor() {
    super("ROUTE_INVALID", "The answers have led elsewhere since, or long ago. Answer them again.");
  }
}

export class TooManyForms extends DomainError {
  constructor(most: number) {
    super("TOO_MANY_FORMS", "This organization has too many routing forms.", { most });
  }
}
