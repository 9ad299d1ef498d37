import type { Problem } from "@tidbok/minimization";
import { codesWithTraits, traitsOfCode, type CodeTraits } from "../errors/traits-of-code.ts";
import type { CodesOfPart } from "./errors-page.ts";

/** A code as clients see it: what it means, in one sentence for each part that answers it, and what HTTP says. */
export type ErrorCodeFacts = CodeTraits & { readonly code: string; readonly meaning: string };

/** All codes in alphabetical order, each once: parts that share a code have their sentences side by side. */
export function errorCodesOfAll(parts: readonly CodesOfPart[]): readonly ErrorCodeFacts[] {
  const meanings = new Map<string, Set<string>>();
  for (const { codes } of parts) {
    for (const [code, sentence] of Object.entries(codes)) {
      meanings.set(code, (meanings.get(code) ?? new Set()).add(sentence));
    }
  }
  return [...meanings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, sentences]) => ({
      code,
      meaning: [...sentences].join(" "),
      ...traitsOfCode(code),
    }));
}

const blockStart = "# `pnpm compose` writes the values below from the error-codes.ts of each part.";
const blockEnd = "# Here the values end.";

/** The SDL with all codes in the block that `pnpm compose` writes; the same text where there is no such block. */
export function withErrorCodes(sdl: string, codes: readonly ErrorCodeFacts[]): string {
  const start = sdl.indexOf(blockStart);
  const end = sdl.indexOf(blockEnd);
  if (start === -1 || end < start) return sdl;
  const values = codes.map(({ code, meaning }) => `  ${JSON.stringify(meaning)}\n  ${code}\n`);
  const before = sdl.slice(0, start + blockStart.length);
  return `${before}\n${values.join("")}  ${sdl.slice(end)}`;
}

/** The TypeScript of all codes, for the service that tells clients of them. */
export function errorCodesModule(codes: readonly ErrorCodeFacts[]): string {
  const rows = codes.map((each) => `  ${JSON.stringify(each)},\n`);
  return `// \`pnpm compose\` writes this file from the error-codes.ts of each part.

/** All codes of errors: what each means, its HTTP status, and whether the same request may succeed later. */
export const errorCodeFacts = [
${rows.join("")}] as const;
`;
}

/** The names in the table of traits that are no code: a code that was renamed would lose its status silently. */
export function traitsOfNoCode(codes: readonly ErrorCodeFacts[]): readonly Problem[] {
  return codesWithTraits
    .filter((name) => codes.every(({ code }) => code !== name))
    .map((name) => ({
      subgraph: null,
      coordinate: `ErrorCode.${name}`,
      code: "NO_SUCH_CODE",
      message: "gateway/src/errors/traits-of-code.ts names a code that no part has.",
    }));
}
