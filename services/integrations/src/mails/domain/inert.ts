import { LinkifyIt } from "linkify-it";
import tlds from "tlds" with { type: "json" };

// As mail programs recognise links: with or without a scheme, in all top-level domains, addresses of mails and of hosts.
const links = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: true }).tlds([...tlds]);

// Browsers read these as dots of a domain, too (UTS 46).
const dots = /[\u2024\u3002\uFF0E\uFF61]/gu;
const dotInside = /(?<=[\p{L}\p{N}])[.\u2024\u3002\uFF0E\uFF61](?=[\p{L}\p{N}])/gu;

/** Whether mail programs make a link of some of the text. */
export function hasLink(text: string): boolean {
  return links.test(text.replaceAll(dots, ".").normalize("NFKC"));
}

/** The text with links that are readable and not clickable, such as `https[:]//example[.]org`. */
export function inert<Text extends string | null>(text: Text): Text;
export function inert(text: string | null): string | null {
  if (text === null || !hasLink(text)) return text;
  return text.replaceAll(dotInside, "[.]").replaceAll(/:(?=\/\/)/g, "[:]");
}
