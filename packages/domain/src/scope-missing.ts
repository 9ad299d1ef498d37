import { DomainError } from "./domain-error.ts";
import type { ErrorCode } from "./error-codes.ts";
import type { Scope } from "./scope.ts";

/** An app asks for what it was not let do. `scopes` are those that would help; empty where none would. */
export class ScopeMissing extends DomainError<ErrorCode> {
  constructor(scopes: readonly Scope[]) {
    const message =
      scopes.length > 0 ? `This app lacks: ${scopes.join(", ")}.` : "No app may do this.";
    super("FORBIDDEN", message, { scopes });
  }
}
