import { entry } from "../../words/entry.sv.ts";
import { frame } from "../../words/frame.sv.ts";
import type { RecoverWords } from "./words.en.ts";

/** The words of `/recover`. */
export const words: RecoverWords = {
  frame,
  entry,
  heading: "Välj ett nytt lösenord",
  lead: "Det ersätter det glömda, och alla tidigare inloggningar avslutas.",
  choose: "Välj lösenordet",
  askLead: "Vi mejlar dig en länk som fungerar en gång, inom 30 minuter.",
  done: "Du har ett nytt lösenord",
  doneLead: "Alla tidigare inloggningar har avslutats. Logga in med det nya lösenordet.",
};
