import type { Language } from "../src/words/languages.ts";

/** The line or two of a module that give a page's catalogue a name; a pseudo-language is made from the English one. */
export function languageModule({
  page,
  language,
  name,
}: {
  readonly page: string;
  readonly language: Language;
  readonly name: string;
}): string {
  const isPseudo = language === "en-XA" || language === "ar-XB";
  const from = `"/src/public/${page}/words.${isPseudo ? "en" : language}.ts"`;
  if (!isPseudo) return `import { words as ${name} } from ${from};`;
  return [
    `import { words as ${name}_en } from ${from};`,
    `import { pseudoWords as ${name}_pseudo } from "/src/words/pseudo-words.ts";`,
    `const ${name} = ${name}_pseudo(${name}_en, ${JSON.stringify(language)});`,
  ].join("\n");
}
