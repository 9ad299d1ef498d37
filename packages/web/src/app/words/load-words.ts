import type { Language } from "../../words/languages.ts";

/** Where the catalogue of a part of the app is, in each language that has one of its own. */
export type Catalogues<Words> = Readonly<
  Record<"en" | "sv", () => Promise<{ readonly words: Words }>>
>;

/** Loads one catalogue; those of the pseudo-languages are made of the English one. */
export async function loadWords<Words>(
  { en, sv }: Catalogues<Words>,
  language: Language,
): Promise<Words> {
  if (language === "en" || language === "sv") return (await (language === "en" ? en : sv)()).words;
  const { pseudoWords } = await import("../../words/pseudo-words.ts");
  return pseudoWords((await en()).words, language);
}
