import { html } from "ghtml";
import { logInWords } from "./log-in-words.ts";
import { page, type Language } from "./page.ts";

/** The page that asks for a code after the password. The token stands for the password, for minutes. */
export function codePage({
  uid,
  language,
  token,
  isWrong,
}: {
  uid: string;
  language: Language;
  token: string;
  isWrong: boolean;
}): string {
  const words = logInWords[language];
  const alert = isWrong ? html`<p role="alert">${words.codeWrong}</p>` : "";
  return page(
    language,
    html`<h1>${words.logIn}</h1>
      !${alert}
      <form method="post" action="/oauth/consent/${uid}/log-in">
        <input type="hidden" name="token" value="${token}" />
        <p>
          <label for="code">${words.code}</label>
          <input id="code" name="code" autocomplete="one-time-code" required />
        </p>
        <p><button>${words.enter}</button></p>
      </form>`,
  );
}
