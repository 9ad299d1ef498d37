import { DomainError } from "./domain-error.ts";

/** The DomainError that this error is, or was made from (`originalError`, as GraphQL wraps), or null. */
export function domainErrorIn(error: unknown): DomainError | null {
  let current = error;
  for (let depth = 0; depth < 6; depth++) {
    if (current instanceof DomainError) return current;
    current = (current as { originalError?: unknown } | null | undefined)?.originalError;
  }
  return null;
}
