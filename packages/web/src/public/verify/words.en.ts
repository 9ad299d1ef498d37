import { entry } from "../../words/entry.en.ts";
import { frame } from "../../words/frame.en.ts";

/** The words of `/verify`. */
export const words = {
  frame,
  entry,
  heading: "Confirm your e-mail address",
  lead: "Press the button: the address is yours, and you are logged in.",
  confirm: "Confirm and log in",
  codeHeading: "One more step",
  before: "Your address was confirmed before",
  beforeLead: "Log in with it.",
};

export type VerifyWords = typeof words;
