/** The few words that the script itself says; all others are the frame's. */
export type Words = { readonly book: string; readonly close: string };

const words: Readonly<Record<string, Words>> = {
  en: { book: "Book a time", close: "Close" },
  sv: { book: "Boka en tid", close: "Stäng" },
};

/** The language of the element: its own, else that of the page around it. Empty where Tidbok does not speak it. */
export function languageOf(element: Element): string {
  const tag = element.closest<HTMLElement>("[lang]")?.lang ?? "";
  const language = tag.slice(0, 2).toLowerCase();
  return words[language] ? language : "";
}

/** The words in a language that `languageOf` gave. */
export function wordsIn(language: string): Words {
  return (words[language] ?? words["en"]) as Words;
}
