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
An operation that is refused whole, before anything is done, has the HTTP status 400, or 429 with \`Retry-After\`.
`;

/** docs/errors.md: all codes in alphabetical order; a code of two parts has two lines. */
export function errorsPage(parts: readonly CodesOfPart[]): string {
  const rows = parts
    .flatMap(({ part, codes }) =>
      Object.entries(codes).map(([code, sentence]) => [code, part, sentence] as const),
    )
    .sort(([a, partOfA], [b, partOfB]) => (a === b ? order(partOfA, partOfB) : order(a, b)))
    .map(([code, part, sentence]) => [`\`${code}\``, part, sentence]);
  return `${head}\n${markdownTable(["code", "from", "meaning"], rows)}\n`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
