import type { AppPurpose } from "../../domain/app.ts";

type Words = {
  readonly asks: (app: string) => string;
  readonly answersFor: (name: string) => string;
  readonly purpose: string;
  readonly purposes: Readonly<Record<AppPurpose, string>>;
  readonly choose: string;
  readonly why: string;
  readonly unapproved: string;
  readonly allow: string;
  readonly deny: string;
  readonly later: string;
  readonly email: string;
  readonly password: string;
  readonly wrong: string;
  readonly tooMany: string;
  readonly expired: string;
  readonly startAgain: string;
};

/** The texts of the pages, in both languages. */
export const consentWords: Readonly<Record<"en" | "sv", Words>> = {
  en: {
    asks: (app) => `${app} asks for access to your Tidbok`,
    answersFor: (name) => `${name} answers for this app and will receive the data.`,
    purpose: "What for",
    purposes: {
      "provide.schedule": "To schedule meetings",
      "provide.notify": "To notify people of their meetings",
      "provide.administer": "To administer your organization",
      "provide.bill": "To bill for meetings",
      "provide.integrate": "To connect Tidbok with another service of yours",
      research: "For research on use in general; it gets no personal data",
    },
    choose: "You decide what it may do. Untick what you do not want.",
    why: "Why",
    unapproved: "Needs the approval of your organization's owner first, and is not given now:",
    allow: "Allow what is ticked",
    deny: "Allow nothing",
    later: "You can take this back at any time.",
    email: "E-mail",
    password: "Password",
    wrong: "The e-mail address or the password is wrong.",
    tooMany: "Too many attempts; try again later.",
    expired: "This page has expired.",
    startAgain: "Go back to the app and begin again.",
  },
  sv: {
    asks: (app) => `${app} ber om tillgång till ditt Tidbok`,
    answersFor: (name) => `${name} ansvarar för appen och tar emot uppgifterna.`,
    purpose: "Till vad",
    purposes: {
      "provide.schedule": "För att boka möten",
      "provide.notify": "För att meddela människor om deras möten",
      "provide.administer": "För att administrera din organisation",
      "provide.bill": "För att ta betalt för möten",
      "provide.integrate": "För att koppla Tidbok till en annan tjänst som du använder",
      research: "För forskning om användning i allmänhet; den får inga personuppgifter",
    },
    choose: "Du bestämmer vad den får göra. Avmarkera det du inte vill.",
    why: "Varför",
    unapproved: "Kräver först att din organisations ägare godkänner det, och ges inte nu:",
    allow: "Tillåt det som är markerat",
    deny: "Tillåt ingenting",
    later: "Du kan ta tillbaka detta när som helst.",
    email: "E-post",
    password: "Lösenord",
    wrong: "E-postadressen eller lösenordet är fel.",
    tooMany: "För många försök; försök igen senare.",
    expired: "Sidan har gått ut.",
    startAgain: "Gå tillbaka till appen och börja om.",
  },
};
