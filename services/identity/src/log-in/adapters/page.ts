import { html } from "ghtml";

/** The languages of the pages. */
export type Language = "en" | "sv";

/** A whole page around its main part, which is HTML of a template. No script: the page works without. */
export function page(language: Language, main: string): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Tidbok</title>
        <link rel="stylesheet" href="/pages/page.css" />
      </head>
      <body>
        <main id="main">!${main}</main>
      </body>
    </html> `;
}
