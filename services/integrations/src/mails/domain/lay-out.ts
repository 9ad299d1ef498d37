import type { Content, ContentFact } from "./content.ts";
import { layOutHtml } from "./lay-out-html.ts";

/** The content as plain text and as HTML, which say the same. */
export function layOut(content: Content): { readonly text: string; readonly html: string } {
  return { text: asText(content), html: layOutHtml(content) };
}

// The heading is left out: the subject says it.
function asText({ sender, greeting, paragraphs, facts, action, footer }: Content): string {
  const blocks = [
    greeting,
    ...paragraphs,
    facts.map(line).join("\n"),
    action === null ? "" : `${action.label}:\n${action.url}\n${action.note}`,
    // What stands below "-- " is a signature, which mail programs grey and leave out of answers.
    `-- \n${sender}\n${footer}`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function line({ label, value, url }: ContentFact): string {
  return `${label}: ${value}${url ? `\n${url}` : ""}`;
}
