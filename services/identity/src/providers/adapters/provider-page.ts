import { html } from "ghtml";
import { page, type Language } from "../../log-in/adapters/page.ts";
import { providerWords, type ProviderPageName } from "./provider-words.ts";

/** A page that tells how a log-in at a provider went. */
export function providerPage(language: Language, name: ProviderPageName): string {
  const { heading, text, back } = providerWords(language, name);
  return page(
    language,
    html`<h1>${heading}</h1>
      <p>${text}</p>
      <p><a href="/log-in">${back}</a></p>`,
  );
}
