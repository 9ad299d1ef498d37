import { entry } from "../../words/entry.sv.ts";
import { frame } from "../../words/frame.sv.ts";
import type { VerifyWords } from "./words.en.ts";

/** The words of `/verify`. */
export const words: VerifyWords = {
  frame,
  entry,
  heading: "Bekräfta din e-postadress",
  lead: "Tryck på knappen: adressen är din, och du är inloggad.",
  confirm: "Bekräfta och logga in",
  codeHeading: "Ett steg till",
  before: "Din adress är redan bekräftad",
  beforeLead: "Logga in med den.",
};
