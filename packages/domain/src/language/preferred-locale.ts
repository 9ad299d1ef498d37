import { nearestLocale, type Locale } from "./nearest-locale.ts";

/**
 * The supported language that a browser prefers, by the weights of its Accept-Language (RFC 9110, 12.5.4): for
 * `de, sv;q=0.8` it is `sv`. English where the header names no supported language.
 */
export function preferredLocale(acceptLanguage: string): Locale {
  const tags = acceptLanguage
    .split(",", 10)
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const weight = parameters.map((each) => /^\s*q=([\d.]+)$/i.exec(each)?.[1]).find(Boolean);
      return { tag: tag.trim(), weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { tag } of tags) {
    const locale = nearestLocale(tag);
    // All other languages are nearest to English, which must not win over a supported one behind them.
    if (locale !== null && (locale !== "en" || /^en\b/i.test(tag))) return locale;
  }
  return "en";
}
