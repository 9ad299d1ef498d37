import { html } from "ghtml";
import { page, type Language } from "../../../log-in/adapters/page.ts";
import { deviceWords } from "./device-words.ts";

type Form = {
  readonly language: Language;
  /** Ties the form to the browser that it was shown in. */
  readonly secret: string | undefined;
};

/** The page on which a person types the code that a device shows. */
export function enterCodePage({
  language,
  secret,
  userCode,
  isInvalid,
}: Form & { readonly userCode: string; readonly isInvalid: boolean }): string {
  const words = deviceWords[language];
  const alert = isInvalid ? html`<p role="alert">${words.invalid}</p>` : "";
  return page(
    language,
    html`<h1>${words.connect}</h1>
      !${alert}
      <form method="post" action="/oauth/device">
        <input type="hidden" name="xsrf" value="${secret}" />
        <p>
          <label for="user_code">${words.code}</label>
          <input
            id="user_code"
            name="user_code"
            value="${userCode}"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            required
          />
        </p>
        <p><button>${words.go}</button></p>
      </form>`,
  );
}

/** The page on which a person compares the code with the one on their device. */
export function confirmCodePage({
  language,
  secret,
  userCode,
  appName,
}: Form & { readonly userCode: string; readonly appName: string | undefined }): string {
  const words = deviceWords[language];
  return page(
    language,
    html`<h1>${appName}</h1>
      <p>${words.shows}</p>
      <p><strong>${userCode}</strong></p>
      <p>${words.onlyYours}</p>
      <form method="post" action="/oauth/device">
        <input type="hidden" name="xsrf" value="${secret}" />
        <input type="hidden" name="user_code" value="${userCode}" />
        <input type="hidden" name="confirm" value="yes" />
        <p>
          <button>${words.yes}</button>
          <button name="abort" value="yes">${words.no}</button>
        </p>
      </form>`,
  );
}

/** The page after the person has decided. */
export function decidedPage(
  language: Language,
  { isConnected }: { readonly isConnected: boolean },
): string {
  const words = deviceWords[language];
  if (!isConnected) return page(language, html`<h1>${words.stopped}</h1>`);
  return page(
    language,
    html`<h1>${words.done}</h1>
      <p>${words.goOn}</p>`,
  );
}

/** The page for a request that the authorization server refused. */
export function failedPage(
  language: Language,
  { error, description }: { readonly error: string; readonly description: string | undefined },
): string {
  return page(
    language,
    html`<h1>${deviceWords[language].failed}</h1>
      <p lang="en">${error}: ${description}</p>`,
  );
}
