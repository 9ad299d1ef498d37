import { entry } from "../../words/entry.en.ts";
import { frame } from "../../words/frame.en.ts";

/** The words of `/log-in`. */
export const words = {
  frame,
  entry,
  byPasskey: "Log in with a passkey",
  byMail: "Mail me a link instead",
  forgot: "Forgot the password?",
  with: (provider: string) => `Log in with ${provider}`,
  noAccount: "No account yet?",
  mailHeading: { LINK: "A link instead of the password", RECOVERY: "A new password" },
  mailLead: {
    LINK: "We mail you a link that logs in once, within 15 minutes.",
    RECOVERY: "We mail you a link that works once, within 30 minutes.",
  },
  codeHeading: "One more step",
  linkLead: "Press the button to log in with the link from your mail.",
  loggedIn: (name: string) => `You are logged in, ${name}`,
  logOut: "Log out",
  passkeys: "Your passkeys",
  passkeysLead: "With a passkey your device logs you in: no password to type, and none to steal.",
  addPasskey: "Add a passkey",
  passkeyNamed: (day: string) => `Passkey ${day}`,
  removePasskey: (name: string) => `Remove ${name}`,
};

export type LogInWords = typeof words;
