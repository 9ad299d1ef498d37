import { scopeNames, scopes, type Scope } from "@tidbok/domain";
import { dataMap } from "@tidbok/minimization";

const head = `# Scopes

\`pnpm compose\` writes this page from the table of scopes in packages/domain and from the data map.

An app asks for scopes, and its user grants them on the consent page. A scope opens fields of the graph, or lets
categories of personal data through. A protected scope needs the approval of an owner of the organization first.
`;
const width = 120;

/** docs/scopes.md: each scope, the sentence of the consent page, and what the scope opens. */
export function scopesPage(): string {
  return [head, ...[...scopeNames].sort().map(section)].join("\n");
}

function section(name: Scope): string {
  const { en, isProtected, opens } = scopes[name];
  const categories = Object.entries(dataMap).flatMap(([category, { scope }]) =>
    scope === name ? [category] : [],
  );
  const sentences = [
    `${en}.`,
    ...(isProtected ? ["Protected."] : []),
    ...(opens.length > 0 ? [`Opens ${quoted(opens)}.`] : []),
    ...(categories.length > 0 ? [`Lets through ${quoted(categories)}.`] : []),
  ];
  return `## ${name}\n\n${wrap(sentences.join(" "))}\n`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

function wrap(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join("\n");
}
