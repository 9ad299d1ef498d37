import type { Language } from "../../../log-in/adapters/page.ts";

type Words = {
  readonly connect: string;
  readonly code: string;
  readonly go: string;
  readonly invalid: string;
  readonly shows: string;
  readonly onlyYours: string;
  readonly yes: string;
  readonly no: string;
  readonly done: string;
  readonly goOn: string;
  readonly stopped: string;
  readonly failed: string;
};

/** The texts of the pages for devices, in both languages. */
export const deviceWords: Readonly<Record<Language, Words>> = {
  en: {
    connect: "Connect a device",
    code: "The code on your device",
    go: "Continue",
    invalid: "This code is not valid, or has expired.",
    shows: "Does your device show this code?",
    onlyYours:
      "Go on only if you have just begun this yourself. No other person has a reason to send you a code.",
    yes: "Yes",
    no: "No",
    done: "Done",
    goOn: "Go on at your device.",
    stopped: "Nothing was connected.",
    failed: "This did not work",
  },
  sv: {
    connect: "Anslut en enhet",
    code: "Koden på din enhet",
    go: "Fortsätt",
    invalid: "Koden gäller inte, eller har gått ut.",
    shows: "Visar din enhet den här koden?",
    onlyYours:
      "Fortsätt bara om du själv just har börjat. Ingen annan har skäl att skicka en kod till dig.",
    yes: "Ja",
    no: "Nej",
    done: "Klart",
    goOn: "Fortsätt på din enhet.",
    stopped: "Ingenting anslöts.",
    failed: "Det gick inte",
  },
};
