import { html } from "ghtml";
import type { Content, ContentFact } from "./content.ts";
import { dark, font, light, type Looks } from "./looks.ts";

/**
 * The content as HTML. It loads nothing from anywhere, so opening a mail tells no server that it was opened. The looks
 * are inline, since many mail programs read no style sheets; those that are dark read the one that is there. The
 * template escapes every value.
 */
export function layOutHtml(content: Content): string {
  const { language, sender, hasLogo, heading, greeting, paragraphs, facts, action, footer } =
    content;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${heading}</title>
        <style>
          !${inTheDark(dark)}
        </style>
      </head>
      <body class="paper ink" style="margin:0;padding:16px;${styles.paper}${styles.text}">
        <div style="max-width:36em;margin:0 auto;overflow-wrap:anywhere">
          <p class="ink" style="margin:8px 4px 16px;font-weight:620">
            !${hasLogo ? logo : ""}${sender}
          </p>
          <div class="card" style="${styles.card}">
            <h1 style="margin:0 0 16px;font-size:24px;line-height:1.25;letter-spacing:-0.015em">
              ${heading}
            </h1>
            !${[greeting, ...paragraphs].map(
              (paragraph) => html`<p style="margin:0 0 16px">!${withBreaks(paragraph)}</p>`,
            )}
            !${facts.map(factOf)} !${action === null ? "" : button(action)}
          </div>
          <p class="soft" style="margin:16px 4px;font-size:13px;color:${light.soft}">${footer}</p>
        </div>
      </body>
    </html> `;
}

const styles = {
  paper: `background:${light.paper};`,
  text: `color:${light.ink};font:15px/1.5 ${font};`,
  card: `background:${light.surface};border:1px solid ${light.line};border-radius:12px;padding:20px`,
  main: "font-size:18px;line-height:1.4;font-weight:620;letter-spacing:-0.015em",
};

// The name stands beside it, so it needs no words of its own. Its ground is white, as most logos expect.
const logo = html`<img
  src="cid:logo"
  alt=""
  height="32"
  style="height:32px;max-width:160px;margin-right:10px;vertical-align:middle;background:#fff;border-radius:4px"
/>`;

// A style in an attribute is stronger than one of a sheet, but for this word.
function inTheDark(looks: Looks): string {
  return `:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background: ${looks.paper} !important; }
  .card { background: ${looks.surface} !important; border-color: ${looks.line} !important; }
  .ink { color: ${looks.ink} !important; }
  .soft { color: ${looks.soft} !important; }
  .link { color: ${looks.spruce} !important; }
  .button { background: ${looks.spruce} !important; color: ${looks.onSpruce} !important; }
}`;
}

function factOf({ label, value, url, isMain }: ContentFact): string {
  const text = withBreaks(value);
  const link = `color:${light.spruce}`;
  return html`<p style="margin:0 0 12px">
    <span class="soft" style="font-size:13px;color:${light.soft}">${label}</span><br />
    <span style="${isMain ? styles.main : ""}"
      >!${url ? html`<a class="link" href="${url}" style="${link}">!${text}</a>` : text}</span
    >
  </p>`;
}

// As high as a finger is wide: 44 px.
function button({ label, url, note }: NonNullable<Content["action"]>): string {
  const looks = `background:${light.spruce};color:${light.onSpruce}`;
  return html`<p style="margin:20px 0 12px">
      <a
        class="button"
        href="${url}"
        style="display:inline-block;padding:11px 20px;${looks};border-radius:8px;text-decoration:none;font-weight:620"
        >${label}</a
      >
    </p>
    <p class="soft" style="margin:0;font-size:13px;color:${light.soft}">${note}</p>`;
}

function withBreaks(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => html`${line}`)
    .join("<br>");
}
