/** A language that mails and pages are written in. */
export type Locale = "en" | "sv";

// Readers of the other Scandinavian languages read Swedish; CLDR knows no nearer pair.
const nearest: Readonly<Record<string, Locale>> = {
  sv: "sv",
  nb: "sv",
  nn: "sv",
  no: "sv",
  da: "sv",
};

const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/**
 * The supported language that is nearest to the language of a browser (BCP 47), such as `sv` for `sv-FI` and `en` for
 * `de`. Null for a text that names no language.
 */
export function nearestLocale(tag: string): Locale | null {
  try {
    const { language } = new Intl.Locale(tag.trim().replaceAll("_", "-"));
    if (names.of(language) === undefined) return null;
    return Object.hasOwn(nearest, language) ? nearest[language]! : "en";
  } catch {
    return null;
  }
}
