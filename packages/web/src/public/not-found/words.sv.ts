import { frame } from "../../words/frame.sv.ts";
import type { NotFoundWords } from "./words.en.ts";

/** The words of this page. */
export const words: NotFoundWords = {
  frame,
  heading: "Sidan finns inte",
  text: "Adressen kan vara felskriven, eller så är det som fanns här borta. Fråga den som gav dig länken efter rätt adress.",
  action: "Till startsidan",
};
