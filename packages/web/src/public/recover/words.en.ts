import { entry } from "../../words/entry.en.ts";
import { frame } from "../../words/frame.en.ts";

/** The words of `/recover`. */
export const words = {
  frame,
  entry,
  heading: "Choose a new password",
  lead: "It replaces the forgotten one, and ends all earlier log-ins.",
  choose: "Choose the password",
  askLead: "We mail you a link that works once, within 30 minutes.",
  done: "You have a new password",
  doneLead: "All earlier log-ins have ended. Log in with the new password.",
};

export type RecoverWords = typeof words;
