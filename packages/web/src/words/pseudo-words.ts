import type { Language } from "./languages.ts";

const accents: Readonly<Record<string, string>> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ó",
  u: "ú",
  y: "ý",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ó",
  U: "Ú",
};

/** A catalogue in a pseudo-language, made from the English one: longer texts, or texts in brackets from right to left. */
export function pseudoWords<Words>(words: Words, language: Language): Words {
  return changed(words, language === "en-XA" ? lengthen : mirror) as Words;
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (typeof value === "function") {
    return (...given: unknown[]) =>
      changed((value as (...given: unknown[]) => unknown)(...given), change);
  }
  if (Array.isArray(value)) return value.map((each) => changed(each, change));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, changed(each, change)]);
  return Object.fromEntries(entries);
}

// 40 % longer, with accents: what is cut off or not in a catalogue shows at once.
function lengthen(text: string): string {
  const accented = text.replace(/[aeiouyAEIOU]/g, (letter) => accents[letter] ?? letter);
  return `${accented}${" ·".repeat(Math.ceil(text.length / 5))}`;
}

// Marks of direction around the text, so that the browser lays it out as Arabic.
function mirror(text: string): string {
  return text === "" ? "" : `\u202e${text}\u202c`;
}
