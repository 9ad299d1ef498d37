import { DomainError } from "./domain-error.ts";
import type { ErrorCode } from "../error-codes.ts";
import type { Scope } from "../scope.ts";

/** The app lacks a scope. `scopes` are those that would open what it asked for; empty where no scope does. */
export class ScopeMissing extends DomainError<ErrorCode> {
  constructor(scopes: readonly Scope[]) {
    const message =
      scopes.length > 0 ? `This app lacks: ${scopes.join(", ")}.` : "No app may do this.";
    super("FORBIDDEN", message, { scopes });
  }
}
