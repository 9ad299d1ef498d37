import ts from "typescript";
import { lineAt, type Passage } from "./passage.ts";

/**
 * The comments of a TypeScript or JavaScript file and, unless it is a test, its messages: strings of
 * three words or more on one line. A template of several lines is markup or a query, and no message.
 */
export function scriptPassages(file: string, text: string): readonly Passage[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const comments = new Map<number, string>();
  const messages: Passage[] = [];
  const hasMessages = !/(^|\/)(test|testing|bench|fixtures)\/|\.(test|bench)\.ts$/.test(file);
  const note = (ranges: readonly ts.CommentRange[] | undefined) => {
    for (const { pos, end } of ranges ?? []) comments.set(pos, text.slice(pos, end));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    note(ts.getLeadingCommentRanges(text, node.pos));
    note(ts.getTrailingCommentRanges(text, node.end));
    if (hasMessages && isMessage(node)) {
      messages.push({ line: lineAt(text, node.getStart(source)), text: node.text });
    }
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return [
    ...[...comments].map(([pos, comment]) => ({ line: lineAt(text, pos), text: comment })),
    ...messages,
  ];
}

function isMessage(node: ts.Node): node is ts.LiteralLikeNode {
  if (!ts.isStringLiteralLike(node) && !isTemplatePart(node)) return false;
  const template = ts.isStringLiteralLike(node) ? node : node.parent;
  if (ts.isTaggedTemplateExpression(template.parent)) return false;
  return /\p{L}+ \p{L}+[^\n]* \p{L}+/u.test(node.text) && !node.text.includes("\n");
}

function isTemplatePart(node: ts.Node): node is ts.TemplateLiteralLikeNode {
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}
