import { frame } from "../../words/frame.sv.ts";
import type { UnavailableWords } from "./words.en.ts";

/** The words of this page. */
export const words: UnavailableWords = {
  frame,
  heading: "Sidan kan inte visas just nu",
  text: "En del av plattformen svarar inte. Inget är förlorat; försök igen om några sekunder.",
  action: "Försök igen",
};
