import { isScope, scopes } from "@tidbok/domain";
import type { App } from "../../domain/app.ts";
import { withProvider } from "../../../providers/adapters/provider-words.ts";
import { consentWords } from "./consent-words.ts";
import { escaped, page, type Language } from "../../../log-in/adapters/page.ts";
import { logInWords } from "../../../log-in/adapters/log-in-words.ts";

/** The page on which a person says, scope by scope, what an app may do. */
export function consentPage({
  uid,
  language,
  app,
  givable,
  unapproved,
}: {
  uid: string;
  language: Language;
  app: App;
  givable: readonly string[];
  unapproved: readonly string[];
}): string {
  const words = consentWords[language];
  const whyOf = (scope: string) => app.scopes.find((each) => each.scope === scope)?.why;
  const choices = givable.map(
    (
      scope,
    ) => `<p><input type="checkbox" id="${escaped(scope)}" name="scope" value="${escaped(scope)}" checked aria-describedby="why-${escaped(scope)}">
<label for="${escaped(scope)}">${escaped(inWords(scope, language))}</label><br>
<small id="why-${escaped(scope)}" lang="">${words.why}: ${escaped(whyOf(scope))}</small></p>`,
  );
  const missing = unapproved.map((scope) => `<li>${escaped(inWords(scope, language))}</li>`);
  return page(
    language,
    `<h1>${escaped(words.asks(app.name))}</h1>
<p>${escaped(words.answersFor(app.legalName))}</p>
<p>${words.purpose}: ${words.purposes[app.purpose]}.</p>
<form method="post" action="/oauth/consent/${escaped(uid)}">
<fieldset><legend>${words.choose}</legend>
${choices.join("\n")}
</fieldset>
${missing.length > 0 ? `<p>${words.unapproved}</p><ul>${missing.join("")}</ul>` : ""}
<p><button name="decision" value="allow">${words.allow}</button>
<button name="decision" value="deny">${words.deny}</button></p>
<p>${words.later}</p>
</form>`,
  );
}

/** The page on which a person logs in before they are asked. */
export function logInPage({
  uid,
  language,
  refused,
  providers = [],
}: {
  uid: string;
  language: Language;
  refused: "LOGIN_FAILED" | "RATE_LIMITED" | null;
  providers?: readonly { readonly id: string; readonly name: string }[];
}): string {
  const words = consentWords[language];
  const { logIn, enter } = logInWords[language];
  const alert = refused === "RATE_LIMITED" ? words.tooMany : words.wrong;
  return page(
    language,
    `<h1>${logIn}</h1>
${refused ? `<p role="alert">${alert}</p>` : ""}
<form method="post" action="/oauth/consent/${escaped(uid)}/log-in">
<p><label for="email">${words.email}</label> <input id="email" name="email" type="email" autocomplete="username" required></p>
<p><label for="password">${words.password}</label> <input id="password" name="password" type="password" autocomplete="current-password" required></p>
<p><button>${enter}</button></p>
</form>
${providers.map((each) => wayTo(each, { uid, language })).join("\n")}`,
  );
}

function wayTo(
  { id, name }: { readonly id: string; readonly name: string },
  { uid, language }: { uid: string; language: Language },
): string {
  const to = encodeURIComponent(`/oauth/consent/${uid}`);
  return `<p><a href="/log-in/with/${escaped(id)}?to=${to}">${escaped(withProvider(language, name))}</a></p>`;
}

/** What there is to say when the request is not there any more. */
export function expiredPage(language: Language): string {
  const words = consentWords[language];
  return page(language, `<h1>${words.expired}</h1><p>${words.startAgain}</p>`);
}

/** What there is to say to who asks too often. */
export function tooManyPage(language: Language): string {
  return page(language, `<h1>${consentWords[language].tooMany}</h1>`);
}

function inWords(scope: string, language: Language): string {
  return isScope(scope) ? scopes[scope][language] : scope;
}
