import type { Language } from "../../log-in/adapters/page.ts";

/** The pages around a log-in at a provider. */
export type ProviderPageName = keyof (typeof words)["en"];

const words = {
  en: {
    expired: ["This page has expired", "Go back and begin again."],
    denied: ["You are not logged in", "The other service did not confirm who you are."],
    away: ["The other service cannot be reached", "Try again later, or log in another way."],
    tooMany: ["Too many attempts", "Try again later."],
    unknown: [
      "Your account there is not linked to one here",
      "If you have an account here, log in another way and link the two.",
    ],
    linked: ["The two accounts are linked", "From now on you can log in this way."],
    checkMail: [
      "Look for our mail",
      "Follow its link to begin. Until then, nothing is kept for long.",
    ],
    wrong: [
      "Something is missing",
      "You must be 16 or older, accept the privacy policy, and fill in every field.",
    ],
    taken: [
      "The accounts could not be linked",
      "The account there is linked to another person here already, or you have linked another one.",
    ],
  },
  sv: {
    expired: ["Sidan har gått ut", "Gå tillbaka och börja om."],
    denied: ["Du är inte inloggad", "Den andra tjänsten bekräftade inte vem du är."],
    away: ["Den andra tjänsten går inte att nå", "Försök senare, eller logga in på annat sätt."],
    tooMany: ["För många försök", "Försök igen senare."],
    unknown: [
      "Ditt konto där är inte kopplat till något här",
      "Om du har ett konto här: logga in på annat sätt och koppla ihop dem.",
    ],
    linked: ["Kontona är ihopkopplade", "Från och med nu kan du logga in så här."],
    checkMail: [
      "Titta efter vårt mejl",
      "Följ dess länk för att börja. Till dess sparas inget länge.",
    ],
    wrong: [
      "Något saknas",
      "Du måste vara 16 eller äldre, godkänna integritetspolicyn och fylla i alla fält.",
    ],
    taken: [
      "Kontona kunde inte kopplas ihop",
      "Kontot där är redan kopplat till någon här, eller så har du kopplat ett annat.",
    ],
  },
} as const;

/** Heading and text of a page, and the text of the link back to the log-in page. */
export function providerWords(language: Language, name: ProviderPageName) {
  const [heading, text] = words[language][name];
  return { heading, text, back: language === "sv" ? "Logga in" : "Log in" };
}

/** The text of the link to a provider. */
export function withProvider(language: Language, name: string): string {
  return language === "sv" ? `Logga in med ${name}` : `Log in with ${name}`;
}
