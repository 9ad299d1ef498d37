import { entry } from "../../words/entry.sv.ts";
import { frame } from "../../words/frame.sv.ts";
import type { EnrolWords } from "./words.en.ts";

/** The words of `/enrol`. */
export const words: EnrolWords = {
  frame,
  entry,
  heading: "Välkommen till supporten",
  lead: "Din enhet skapar en passkey. Den är ditt enda sätt att logga in: supporten har inga lösenord.",
  add: "Lägg till en passkey",
  passkey: "Passkey",
  done: "Din passkey är sparad",
  doneLead: "Med den loggar du in.",
};
