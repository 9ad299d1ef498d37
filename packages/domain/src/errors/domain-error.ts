/**
 * A fact that stands in the way of a request. The code is stable and part of the API; `Code` is the
 * union of the thrower's codes, which docs/errors.md lists. The message is for people and names no
 * person, no service and no internals. `details` reach the client inside `extensions`, so they hold
 * ids, limits and paths only.
 */
export class DomainError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: Code, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}
