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
An answer without any data has the HTTP status that the table gives for its first error; an answer with some data has the
status 200. The status 200 in the table marks a refusal by a rule of the domain, such as \`SLOT_TAKEN\` or \`NOT_FOUND\`:
the platform understood and answered the operation, so HTTP reports no failure. Clients decide by the code in the body, which
every status has. Three things differ from the table:

- A client that accepts \`application/json\` alone gets 200 instead of 400 for a well-formed request, as GraphQL over HTTP
  (6.4.1) has it. The other statuses are the same for it.
- \`BAD_REQUEST\` has the status 405 for a method and 415 for a media type that the route does not take.
- An address that does not exist has the status 404 with the code \`NOT_FOUND\`.

Where the status is 429 or 503, \`Retry-After\` says when to come again. A 401 has \`WWW-Authenticate\`; so has a 403 of an
app that lacks a scope, and there it names the scope. Retry: whether the same request may succeed later, without a change.
\`Query.errorCodes\` answers the same table.

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
