import { remedyCodes, withheldActions, withheldReasons } from "@tidbok/minimization";
import { markdownTable } from "./markdown-table.ts";

const head = `# What is withheld

\`pnpm compose\` writes this page from packages/minimization.

An answer never says by an error that a value may not be read: the value is null or masked, and
\`extensions.privacy.withheld\` has one entry for each coordinate (\`Type.field\`) of which something was withheld. A caller
without a credential gets \`{ "count": 2 }\` in place of the entries. An entry is the same whether or not there is a value.

\`\`\`json
{
  "coordinate": "Attendee.email",
  "action": "hide",
  "reason": "SCOPE_MISSING",
  "remedy": "scope attendees.email:read",
  "remedyCode": "GRANT_SCOPES",
  "remedyParameters": { "scopes": ["attendees.email:read"] }
}
\`\`\`

\`remedy\` is for people; a program reads \`remedyCode\` and \`remedyParameters\`. All three are null where nothing helps. A
list that is withheld whole is null and has an entry; an empty list is one without rows. The error
\`ARGUMENT_WITHHELD\` has the same three in its \`extensions\`.
`;

/** docs/withheld.md: the actions, reasons and remedies that an answer may name. */
export function withheldPage(): string {
  return [
    head,
    section("Actions", { name: "action", rows: withheldActions }),
    section("Reasons", { name: "reason", rows: withheldReasons }),
    section("Remedies", { name: "remedyCode", rows: remedyCodes }),
  ].join("\n");
}

function section(
  title: string,
  { name, rows }: { readonly name: string; readonly rows: Readonly<Record<string, string>> },
): string {
  const lines = Object.entries(rows).map(([code, sentence]) => [`\`${code}\``, sentence]);
  return `## ${title}\n\n${markdownTable([name, "meaning"], lines)}\n`;
}
