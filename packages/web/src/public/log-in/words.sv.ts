import { entry } from "../../words/entry.sv.ts";
import { frame } from "../../words/frame.sv.ts";
import type { LogInWords } from "./words.en.ts";

/** The words of `/log-in`. */
export const words: LogInWords = {
  frame,
  entry,
  byPasskey: "Logga in med en passkey",
  byMail: "Mejla mig en länk i stället",
  forgot: "Glömt lösenordet?",
  with: (provider) => `Logga in med ${provider}`,
  noAccount: "Inget konto än?",
  mailHeading: { LINK: "En länk i stället för lösenordet", RECOVERY: "Ett nytt lösenord" },
  mailLead: {
    LINK: "Vi mejlar dig en länk som loggar in en gång, inom 15 minuter.",
    RECOVERY: "Vi mejlar dig en länk som fungerar en gång, inom 30 minuter.",
  },
  codeHeading: "Ett steg till",
  linkLead: "Tryck på knappen för att logga in med länken i mejlet.",
  loggedIn: (name) => `Du är inloggad, ${name}`,
  logOut: "Logga ut",
  passkeys: "Dina passkeys",
  passkeysLead:
    "Med en passkey loggar din enhet in dig: inget lösenord att skriva, och inget att stjäla.",
  addPasskey: "Lägg till en passkey",
  passkeyNamed: (day) => `Passkey ${day}`,
  removePasskey: (name) => `Ta bort ${name}`,
};
