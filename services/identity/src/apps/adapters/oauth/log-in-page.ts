import { html } from "ghtml";
import { logInWords } from "../../../log-in/adapters/log-in-words.ts";
import { page, type Language } from "../../../log-in/adapters/page.ts";
import { withProvider } from "../../../providers/adapters/provider-words.ts";
import { consentWords } from "./consent-words.ts";

type LogInProvider = { readonly id: string; readonly name: string };

/** The page on which a person logs in before the consent page. */
export function logInPage({
  uid,
  language,
  refused,
  providers = [],
}: {
  uid: string;
  language: Language;
  refused: "LOGIN_FAILED" | "RATE_LIMITED" | null;
  providers?: readonly LogInProvider[];
}): string {
  const words = { ...consentWords[language], ...logInWords[language] };
  const reason = refused === "RATE_LIMITED" ? words.tooMany : words.wrong;
  const alert = refused ? html`<p role="alert">${reason}</p>` : "";
  const links = providers.map((provider) => linkTo(provider, { uid, language }));
  return page(
    language,
    html`<h1>${words.logIn}</h1>
      !${alert}
      <form method="post" action="/oauth/consent/${uid}/log-in">
        <p>
          <label for="email">${words.email}</label>
          <input id="email" name="email" type="email" autocomplete="username" required />
        </p>
        <p>
          <label for="password">${words.password}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
          />
        </p>
        <p><button>${words.enter}</button></p>
      </form>
      !${links}`,
  );
}

function linkTo(
  { id, name }: LogInProvider,
  { uid, language }: { uid: string; language: Language },
): string {
  const to = encodeURIComponent(`/oauth/consent/${uid}`);
  return html`<p>
    <a href="/log-in/with/${encodeURIComponent(id)}?to=${to}">${withProvider(language, name)}</a>
  </p>`;
}
