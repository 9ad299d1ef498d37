import { isScope, scopes } from "@tidbok/domain";
import { html } from "ghtml";
import { page, type Language } from "../../../log-in/adapters/page.ts";
import type { App } from "../../domain/app.ts";
import { consentWords } from "./consent-words.ts";

/** The page on which a person decides, scope by scope, what an app may do. */
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
  return page(
    language,
    html`<h1>${words.asks(app.name)}</h1>
      <p>${words.answersFor(app.legalName)}</p>
      <p>${words.purpose}: ${words.purposes[app.purpose]}.</p>
      <form method="post" action="/oauth/consent/${uid}">
        <fieldset>
          <legend>${words.choose}</legend>
          !${givable.map((scope) => choice(scope, { app, language }))}
        </fieldset>
        !${missing(unapproved, language)}
        <p>
          <button name="decision" value="allow">${words.allow}</button>
          <button name="decision" value="deny">${words.deny}</button>
        </p>
        <p>${words.later}</p>
      </form>`,
  );
}

function choice(scope: string, { app, language }: { app: App; language: Language }): string {
  const { why } = consentWords[language];
  const reason = app.scopes.find((declared) => declared.scope === scope)?.why;
  return html`<p>
    <input
      type="checkbox"
      id="${scope}"
      name="scope"
      value="${scope}"
      checked
      aria-describedby="why-${scope}"
    />
    <label for="${scope}">${inWords(scope, language)}</label><br />
    <small id="why-${scope}" lang="">${why}: ${reason}</small>
  </p>`;
}

function missing(unapproved: readonly string[], language: Language): string {
  if (unapproved.length === 0) return "";
  return html`<p>${consentWords[language].unapproved}</p>
    <ul>
      !${unapproved.map((scope) => html`<li>${inWords(scope, language)}</li>`)}
    </ul>`;
}

/** The page for a request that has expired. */
export function expiredPage(language: Language): string {
  const words = consentWords[language];
  return page(
    language,
    html`<h1>${words.expired}</h1>
      <p>${words.startAgain}</p>`,
  );
}

/** The page for a visitor above the limit. */
export function tooManyPage(language: Language): string {
  return page(language, html`<h1>${consentWords[language].tooMany}</h1>`);
}

function inWords(scope: string, language: Language): string {
  return isScope(scope) ? scopes[scope][language] : scope;
}
