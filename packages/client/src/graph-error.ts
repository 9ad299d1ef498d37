/** One error of an answer, as the graph writes it. */
export type GraphProblem = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly [key: string]: unknown };
};

/**
 * An operation that failed. `code` is stable (docs/errors.md of the repository); `message` is English for developers.
 * Two codes are of this package: UNREACHABLE when no answer came, BAD_ANSWER when the answer was not the graph's.
 */
export class GraphError extends Error {
  override readonly name = "GraphError";
  readonly code: string;
  /** All errors of the answer; the code is the first one's. */
  readonly problems: readonly GraphProblem[];
  /** What came all the same: a query may fail in one place and be answered in the others. */
  readonly data: unknown;

  constructor(problems: readonly GraphProblem[], data: unknown = null) {
    super(problems[0]?.message ?? "The operation failed.");
    this.code = problems[0]?.extensions?.code ?? "INTERNAL";
    this.problems = problems;
    this.data = data;
  }

  /** What the code comes with, such as `untilAt` or `occurrences`. */
  get details(): Readonly<Record<string, unknown>> {
    return this.problems[0]?.extensions ?? {};
  }

  /** After how many seconds to try again; null where the graph says nothing of it. */
  get retryAfterSeconds(): number | null {
    const { retryAfterSeconds } = this.details;
    return typeof retryAfterSeconds === "number" ? retryAfterSeconds : null;
  }

  /** What support finds the failure in the logs by; null for a refusal, which is no failure. */
  get correlationId(): string | null {
    const { correlationId } = this.details;
    return typeof correlationId === "string" ? correlationId : null;
  }
}
