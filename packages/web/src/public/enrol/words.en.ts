import { entry } from "../../words/entry.en.ts";
import { frame } from "../../words/frame.en.ts";

/** The words of `/enrol`. */
export const words = {
  frame,
  entry,
  heading: "Welcome to support",
  lead: "Your device makes a passkey. It is your only way to log in: support has no passwords.",
  add: "Add a passkey",
  passkey: "Passkey",
  done: "Your passkey is stored",
  doneLead: "It is how you log in.",
};

export type EnrolWords = typeof words;
