import { directionOf } from "../words/languages.ts";
import { chooseLanguage } from "./choose-language.ts";
import type { PageAnswer } from "./create-pages.ts";
import type { PageRequest } from "./public-page.ts";
import { appPolicy } from "./security-policy.ts";
import { pageHeaders } from "./page-headers.ts";

/** Where the app's script and style are. */
export type AppAssets = { readonly script: string; readonly style: string };

/**
 * The document in which the app starts: it is empty and equal for all, so no data of a person is ever in it. The id of
 * the style is the one of a style that React Aria would otherwise write into the document, which the policy refuses.
 */
export function createAppShell({ script, style }: AppAssets): (request: PageRequest) => PageAnswer {
  return ({ query, acceptLanguage }) => {
    const language = chooseLanguage({ lang: query["lang"], acceptLanguage, otherwise: undefined });
    const html = [
      `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">`,
      `<meta name="viewport" content="width=device-width, initial-scale=1">`,
      `<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">`,
      `<link rel="icon" href="/assets/mark.svg" type="image/svg+xml"><title>Tidbok</title>`,
      `<link rel="stylesheet" id="react-aria-pressable-style" href="${style}">`,
      `<script type="module" src="${script}"></script>`,
      `</head><body><div id="root"></div>`,
      `<noscript>Tidbok needs JavaScript here. Tidbok behöver JavaScript här.</noscript></body></html>`,
    ].join("");
    return { status: 200, html, headers: pageHeaders({ language, policy: appPolicy }) };
  };
}
