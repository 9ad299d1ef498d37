/**
 * A fact that stands in the way of a request. The code is stable and part of the API; the message
 * is for people and names no person, no service and no internals. `details` reach the client inside
 * `extensions`, so they hold ids, limits and paths only.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}
