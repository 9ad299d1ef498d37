import { renderToString } from "preact-render-to-string";
import type { ComponentType } from "react";
import { directionOf, type Language } from "../words/languages.ts";
import { WordsProvider } from "../words/words-context.tsx";
import { escapeHtml } from "./escape-html.ts";

/** All that an HTML document of a public page is made of. */
export type Rendered = {
  readonly language: Language;
  readonly title: string;
  readonly View: ComponentType<{ readonly data: never }>;
  readonly words: unknown;
  readonly data: unknown;
  readonly css: string;
  /** The address of the script; null for a page without one. */
  readonly script: string | null;
  readonly isFramed: boolean;
};

/** The document: title, style, content and data in one answer, so that a page is there when it has come. */
export function renderPage({
  language,
  title,
  View,
  words,
  data,
  css,
  script,
  isFramed,
}: Rendered): string {
  const content = (
    <WordsProvider language={language} words={words}>
      <View data={data as never} />
    </WordsProvider>
  );
  // Preact and React agree on what an element is; only their types differ.
  const body = renderToString(content as never);
  return [
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">`,
    `<link rel="icon" href="/assets/mark.svg" type="image/svg+xml"><title>${escapeHtml(title)}</title>`,
    // No other page may be shown in a frame.
    isFramed ? `<base target="_blank">` : "",
    `<style>${css}</style>`,
    script ? `<script type="module" src="${script}" async></script>` : "",
    `</head><body><div id="root">${body}</div>`,
    script ? `<script type="application/json" id="page">${asJson(data)}</script>` : "",
    `</body></html>`,
  ].join("");
}

// A text of a person could otherwise end the block.
function asJson(data: unknown): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
