import { entry } from "../../words/entry.sv.ts";
import { frame } from "../../words/frame.sv.ts";
import type { SignUpWords } from "./words.en.ts";

/** The words of `/sign-up`. */
export const words: SignUpWords = {
  frame,
  entry,
  lead: "Din egen bokningssida på två minuter. Gratis, och utan betalningsuppgifter.",
  name: "Ditt namn",
  nameHint: "De som bokar ser det på din sida.",
  emailHint: "För din inloggning och för mejl om möten. De som bokar ser den inte.",
  noticed: "Från din webbläsare; du kan ändra det",
  timeZone: "Din tidszon",
  language: "Ditt språk",
  age: "Jag är 16 år eller äldre",
  policy: (version) => `Jag godkänner integritetspolicyn ${version}`,
  read: "Läs hela",
  summaryHeading: "Policyn på sju rader",
  summary: [
    "Vi vet det som du skriver här, det du publicerar och när du loggar in. Vi frågar inte efter något mer.",
    "En enda kaka håller dig inloggad. Ingen reklam, ingen spårning, inget säljs.",
    "Det används för att driva tjänsten, hjälpa dig när du ber om det, för säkerhet och där en lag kräver det.",
    "De som bokar ser ditt namn men inte din adress. Organisationens administratörer ser båda.",
    "Namn, adresser och svar krypteras med en egen nyckel för dig.",
    "Det sparas så länge du har kontot; bokningar så länge organisationen bestämmer.",
    "Du kan se, rätta, kopiera och radera det, och klaga hos myndigheten i ditt land.",
  ],
  sentHeading: "Titta i din mejl",
  sent: (email) => `Vi skickade en länk till ${email}. Öppna den så är du inloggad.`,
  sentHint: "Det kan ta en minut. Titta också bland skräpposten.",
  resend: "Skicka den igen",
  resendIn: "Du kan skicka den igen om",
  resent: "Den är på väg igen.",
  otherAddress: "Adressen är fel: ändra den",
  hasAccount: "Har du ett konto?",
};
