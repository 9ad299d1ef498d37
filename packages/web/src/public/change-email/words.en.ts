import { entry } from "../../words/entry.en.ts";
import { frame } from "../../words/frame.en.ts";

/** The words of `/change-email`. */
export const words = {
  frame,
  entry,
  heading: "Another e-mail address",
  lead: "Your account is to have another address. The old and the new one both have to agree.",
  agree: "Agree to the change",
  agreed: "Thank you, one is missing",
  agreedLead: "The change holds once the link in the mail to the other address is followed, too.",
  changed: "Your account has the new address",
  changedLead: "From now on you log in with it, and mails go there.",
};

export type ChangeEmailWords = typeof words;
