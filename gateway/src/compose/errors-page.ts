import { traitsOfCode } from "../errors/traits-of-code.ts";
import { markdownTable } from "./markdown-table.ts";

/** The codes of one part of the platform, each with a sentence. */
export type CodesOfPart = {
  readonly part: string;
  readonly codes: Readonly<Record<string, string>>;
};

const head = `# Codes of errors

\`pnpm compose\` writes this page from the \`error-codes.ts\` of each service, of the gateway and of packages/domain.

An error of the graph has its code in \`extensions.code\`. The code is stable; the message is for people and may change.
\`extensions\` may hold more: ids, limits, and \`problems\` for \`INVALID_INPUT\`.
An operation that is refused whole, so that its answer has no data, has the HTTP status of the table. Where the status is 429
or 503, \`Retry-After\` says when to come again; where an app lacks a scope, \`WWW-Authenticate\` names it. An answer with
some data has the status 200. A client that accepts \`application/json\` alone gets 200 instead of 400 for what is wrong with
its document or input. Retry: whether the same request may succeed later, without a change. \`Query.errorCodes\` answers
the same table.

\`problems\` of \`INVALID_INPUT\` have codes of their own: \`REQUIRED\`, \`WRONG_TYPE\`, \`WRONG_FORMAT\`, \`TOO_LARGE\`,
\`TOO_SMALL\`, \`NOT_OFFERED\`, \`OUT_OF_RANGE\`, \`UNKNOWN_FIELD\`, \`UNKNOWN_TIME_ZONE\`, \`CONTROL_CHARACTER\`, \`INVALID\`, and
more that the descriptions of inputs name. A message of a problem continues its path: "durationMinutes must be at least 5".
`;

/** docs/errors.md: all codes in alphabetical order; a code of two parts has two lines. */
export function errorsPage(parts: readonly CodesOfPart[]): string {
  const rows = parts
    .flatMap(({ part, codes }) =>
      Object.entries(codes).map(([code, sentence]) => [code, part, sentence] as const),
    )
    .sort(([a, partOfA], [b, partOfB]) => (a === b ? order(partOfA, partOfB) : order(a, b)))
    .map(([code, part, sentence]) => {
      const { httpStatus, isRetryable } = traitsOfCode(code);
      return [`\`${code}\``, part, String(httpStatus), isRetryable ? "yes" : "no", sentence];
    });
  return `${head}\n${markdownTable(["code", "from", "status", "retry", "meaning"], rows)}\n`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
