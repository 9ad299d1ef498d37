import { isLanguage, type Language } from "../words/languages.ts";

/** The language of a page: the one in the address, the first of the browser's that the pages have, the organization's. */
export function chooseLanguage({
  lang,
  acceptLanguage,
  otherwise,
}: {
  readonly lang: string | undefined;
  readonly acceptLanguage: string;
  readonly otherwise: string | undefined;
}): Language {
  const wanted = [lang, ...preferred(acceptLanguage), otherwise];
  return wanted.find(isLanguage) ?? "en";
}

// RFC 9110, 12.5.4; `sv-FI` is content with `sv`.
function preferred(header: string): readonly string[] {
  return header
    .split(",", 10)
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const weight = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find(Boolean);
      return {
        language: tag.trim().split("-")[0]?.toLowerCase() ?? "",
        weight: Number(weight ?? 1),
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ language }) => language);
}
