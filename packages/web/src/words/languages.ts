/** The languages of the pages; the last two exist for tests: texts 40 % longer, and from right to left. */
export const languages = ["en", "sv", "en-XA", "ar-XB"] as const;

/** A language of the pages. */
export type Language = (typeof languages)[number];

/** Whether a tag names a language of the pages. */
export function isLanguage(tag: unknown): tag is Language {
  return languages.some((each) => each === tag);
}

/** The direction in which a language is written. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "ar-XB" ? "rtl" : "ltr";
}

/**
 * The tag that `Intl` gets. English dates are British, with the day before the month, for pages in English are read all over
 * Europe; the clock and the first weekday are the browser's. The pseudo-languages format as English does.
 */
export function formatTag(language: Language): string {
  return language === "sv" ? "sv-SE" : "en-GB";
}
