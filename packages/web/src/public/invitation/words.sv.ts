import { entry } from "../../words/entry.sv.ts";
import { frame } from "../../words/frame.sv.ts";
import type { InvitationWords } from "./words.en.ts";

/** The words of `/invitation`. */
export const words: InvitationWords = {
  frame,
  entry,
  heading: "Du är inbjuden till en organisation",
  lead: "Logga in med den adress som inbjudan skickades till.",
  leadLoggedIn: (name) => `Du är inloggad som ${name}.`,
  logInAndAccept: "Logga in och tacka ja",
  accept: "Tacka ja",
  codeHeading: "Ett steg till",
  joined: (organization) => `Välkommen till ${organization}`,
  roles: {
    MEMBER: "Du är medlem nu.",
    ADMIN: "Du är administratör nu.",
    OWNER: "Du är ägare nu.",
  },
  otherAccount: "Är det inte du? Logga ut, och öppna sedan länken igen.",
  noAccount: "Inget konto än? Skapa ett med den adressen, och öppna sedan länken igen.",
};
