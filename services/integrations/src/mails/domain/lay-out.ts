import { html } from "ghtml";

/** What a mail says, in the order of reading. */
export type Content = {
  readonly language: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly action: { readonly label: string; readonly url: string; readonly note: string } | null;
  readonly footer: string;
};

/**
 * The content as plain text and as HTML. The HTML loads nothing from anywhere: no pictures, no fonts,
 * so opening a mail tells no server that it was opened. The template escapes every value.
 */
export function layOut(content: Content): { readonly text: string; readonly html: string } {
  return { text: asText(content), html: asHtml(content) };
}

function asText({ greeting, paragraphs, facts, action, footer }: Content): string {
  const blocks = [
    greeting,
    ...paragraphs,
    facts.map(({ label, value }) => `${label}: ${value}`).join("\n"),
    action === null ? "" : `${action.label}:\n${action.url}\n${action.note}`,
    // What stands below "-- " is a signature, which mail programs grey and leave out of answers.
    `-- \n${footer}`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function asHtml(content: Content): string {
  const { language, greeting, paragraphs, facts, action, footer } = content;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
      </head>
      <body
        style="font:16px/1.5 system-ui,sans-serif;color:#111;max-width:36em;margin:0 auto;padding:16px"
      >
        !${[greeting, ...paragraphs].map((paragraph) => html`<p>!${withBreaks(paragraph)}</p>`)}
        !${
          facts.length > 0
            ? html`<table role="presentation">
                !${facts.map(row)}
              </table>`
            : ""
        }
        !${action === null ? "" : button(action)}
        <p style="color:#555;font-size:14px">${footer}</p>
      </body>
    </html> `;
}

function row({ label, value }: Content["facts"][number]): string {
  return html`<tr>
    <th align="left" valign="top" style="padding:4px 16px 4px 0;color:#555;font-weight:normal">
      ${label}
    </th>
    <td style="padding:4px 0">!${withBreaks(value)}</td>
  </tr>`;
}

function button({ label, url, note }: NonNullable<Content["action"]>): string {
  return html`<p>
      <a
        href="${url}"
        style="display:inline-block;padding:10px 16px;background:#111;color:#fff;text-decoration:none;border-radius:6px"
        >${label}</a
      >
    </p>
    <p style="color:#555;font-size:14px">${note}</p>`;
}

function withBreaks(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => html`${line}`)
    .join("<br>");
}
