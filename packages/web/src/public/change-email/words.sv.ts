import { entry } from "../../words/entry.sv.ts";
import { frame } from "../../words/frame.sv.ts";
import type { ChangeEmailWords } from "./words.en.ts";

/** The words of `/change-email`. */
export const words: ChangeEmailWords = {
  frame,
  entry,
  heading: "En annan e-postadress",
  lead: "Ditt konto ska få en annan adress. Både den gamla och den nya behöver godkänna det.",
  agree: "Godkänn ändringen",
  agreed: "Tack, en återstår",
  agreedLead: "Ändringen gäller när länken i mejlet till den andra adressen också har följts.",
  changed: "Ditt konto har den nya adressen",
  changedLead: "Från och med nu loggar du in med den, och mejlen går dit.",
};
