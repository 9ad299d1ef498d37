import type { ProvidedPerson } from "../domain/provider-link.ts";
import { html } from "ghtml";
import { page, type Language } from "../../log-in/adapters/page.ts";

const words = {
  en: {
    unknown: "Your account there is not linked to one here",
    log: "If you have an account here, log in another way and link the two.",
    logIn: "Log in",
    orElse: "Or make an account here",
    mail: (email: string) => `We send a mail to ${email}, whose link begins it.`,
    name: "Your name",
    timeZone: "Your time zone, such as Europe/Stockholm",
    sixteen: "I am 16 or older",
    policy: (version: string) => `I accept version ${version} of the privacy policy`,
    make: "Make an account",
    zone: "Europe/London",
  },
  sv: {
    unknown: "Ditt konto där är inte kopplat till något här",
    log: "Om du har ett konto här: logga in på annat sätt och koppla ihop dem.",
    logIn: "Logga in",
    orElse: "Eller skapa ett konto här",
    mail: (email: string) => `Vi skickar ett mejl till ${email} med en länk att börja med.`,
    name: "Ditt namn",
    timeZone: "Din tidszon, till exempel Europe/Stockholm",
    sixteen: "Jag är 16 år eller äldre",
    policy: (version: string) => `Jag godkänner version ${version} av integritetspolicyn`,
    make: "Skapa ett konto",
    zone: "Europe/Stockholm",
  },
} as const;

/** The page for a person without a linked account: they log in and link the two, or sign up. */
export function signUpPage({
  language,
  person,
  policyVersion,
}: {
  language: Language;
  person: ProvidedPerson;
  policyVersion: string;
}): string {
  const said = words[language];
  return page(
    language,
    html`<h1>${said.unknown}</h1>
      <p>${said.log} <a href="/log-in">${said.logIn}</a></p>
      <h2>${said.orElse}</h2>
      <p>${said.mail(person.email ?? "")}</p>
      <form method="post" action="/log-in/from/${person.provider}/sign-up">
        <input type="hidden" name="policyVersion" value="${policyVersion}" />
        <p>
          <label for="name">${said.name}</label>
          <input
            id="name"
            name="name"
            autocomplete="name"
            maxlength="120"
            required
            value="${person.name}"
          />
        </p>
        <p>
          <label for="timeZone">${said.timeZone}</label>
          <input id="timeZone" name="timeZone" required value="${said.zone}" />
        </p>
        <p>
          <input type="checkbox" id="sixteen" name="sixteen" value="yes" required />
          <label for="sixteen">${said.sixteen}</label>
        </p>
        <p>
          <input type="checkbox" id="policy" name="policy" value="yes" required />
          <label for="policy">${said.policy(policyVersion)}</label>
        </p>
        <p><button>${said.make}</button></p>
      </form>`,
  );
}

/** Reads the form of the page. */
export function readSignUp(form: URLSearchParams, language: Language): object {
  const isTicked = (name: string) => form.get(name) === "yes";
  return {
    name: form.get("name") ?? "",
    timeZone: form.get("timeZone") ?? "",
    locale: language,
    isSixteenOrOlder: isTicked("sixteen"),
    acceptedPolicyVersion: isTicked("policy") ? (form.get("policyVersion") ?? "") : "",
  };
}
