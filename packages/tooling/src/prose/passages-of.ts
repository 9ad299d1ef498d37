import { GraphQLError, Kind, parse, visit } from "graphql";
import { lineAt, type Passage } from "./passage.ts";
import { scriptPassages } from "./script-passages.ts";

/** What people read of a file: comments and messages, an SDL's descriptions, a page's sentences. */
export function passagesOf(file: string, text: string): readonly Passage[] {
  if (/\.(ts|mjs|js)$/.test(file)) return scriptPassages(file, text);
  if (file.endsWith(".graphql")) return [...descriptions(text), ...matches(text, /#.*$/gm)];
  if (file.endsWith(".sql")) return matches(text, /--.*$/gm);
  if (file.endsWith(".prisma")) return matches(text, /\/\/.*$/gm);
  return file.endsWith(".md") ? matches(blankCode(text), /^.*\S.*$/gm) : [];
}

function matches(text: string, pattern: RegExp): readonly Passage[] {
  return [...text.matchAll(pattern)].map((match) => ({
    line: lineAt(text, match.index),
    text: match[0],
  }));
}

function descriptions(sdl: string): readonly Passage[] {
  const found: Passage[] = [];
  try {
    visit(parse(sdl), {
      enter(node) {
        if (!("description" in node) || node.description?.kind !== Kind.STRING) return;
        const { value, loc } = node.description;
        found.push({ line: loc?.startToken.line ?? 1, text: value });
      },
    });
  } catch (error) {
    // described-schema reports it.
    if (!(error instanceof GraphQLError)) throw error;
  }
  return found;
}

// The lines stay, so that a passage keeps its number.
function blankCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, (code) => code.replace(/[^\n]/g, ""));
}
