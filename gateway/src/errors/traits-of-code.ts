/** What a client knows of a code besides its meaning. */
export type CodeTraits = {
  /** The status of HTTP of an answer to an operation that this error refused whole. */
  readonly httpStatus: number;
  /** Whether the same request may succeed later, without a change. */
  readonly isRetryable: boolean;
};

// The one table of statuses: src/http, docs/errors.md and Query.errorCodes read it. A refusal by a rule of the domain, such
// as SLOT_TAKEN or NOT_FOUND, is an answer and no failure of HTTP, so it is absent here and has the status 200.
const statuses: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  COST_BUDGET_SPENT: 429,
  COST_TOO_HIGH: 400,
  FORBIDDEN: 403,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  INTERNAL: 500,
  INVALID_INPUT: 400,
  MANAGE_LINK_EXPIRED: 401,
  OPERATION_RESOLUTION_FAILURE: 400,
  RATE_LIMITED: 429,
  REQUEST_TOO_LARGE: 413,
  SERVICE_UNAVAILABLE: 503,
  TOO_BUSY: 503,
  UNAUTHENTICATED: 401,
};

// Time alone helps: another process, another minute, another attempt of a delivery.
const retryable: ReadonlySet<string> = new Set([
  "ASK_TIMEOUT",
  "ASK_UNANSWERED",
  "COST_BUDGET_SPENT",
  "GRAPH_UNAVAILABLE",
  "INTERNAL",
  "MAIL_NOT_WRITTEN",
  "MAIL_SERVER_TIMEOUT",
  "MAIL_SERVER_UNREACHABLE",
  "RATE_LIMITED",
  "SERVICE_UNAVAILABLE",
  "TOO_BUSY",
  "TOO_MANY_HOLDS",
  "TOO_MANY_MAILS",
]);

/** The codes of which this file says something; each must be a code. */
export const codesWithTraits: readonly string[] = [...Object.keys(statuses), ...retryable];

/** The traits of a code: 200 and not retryable, unless this file says otherwise. */
export function traitsOfCode(code: string): CodeTraits {
  return { httpStatus: statuses[code] ?? 200, isRetryable: retryable.has(code) };
}
