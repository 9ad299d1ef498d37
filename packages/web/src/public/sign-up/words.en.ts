import { entry } from "../../words/entry.en.ts";
import { frame } from "../../words/frame.en.ts";

/** The words of `/sign-up`. */
export const words = {
  frame,
  entry,
  lead: "Your own booking page in two minutes. Free, and without payment details.",
  name: "Your name",
  nameHint: "People who book see it on your page.",
  emailHint: "For your log-in and for mails about meetings. People who book do not see it.",
  noticed: "From your browser; you can change it",
  timeZone: "Your time zone",
  language: "Your language",
  age: "I am 16 or older",
  policy: (version: string) => `I accept the privacy policy ${version}`,
  read: "Read all of it",
  summaryHeading: "The policy in seven lines",
  summary: [
    "We know what you type here, what you publish and when you log in. Nothing else is asked.",
    "One cookie keeps you logged in. No advertising, no trackers, nothing is sold.",
    "It is used to run the service, to help you when you ask, for security, and where a law demands it.",
    "People who book see your name, and not your address. Your organization's administrators see both.",
    "Names, addresses and answers are encrypted with a key of your own.",
    "It is kept as long as you have the account; bookings as long as the organization decides.",
    "You can see, correct, copy and erase it, and complain to the authority of your country.",
  ],
  sentHeading: "Look into your mail",
  sent: (email: string) => `We sent a link to ${email}. Open it, and you are logged in.`,
  sentHint: "It can take a minute. Look among spam as well.",
  resend: "Send it again",
  resendIn: "You can send it again in",
  resent: "It is under way again.",
  otherAddress: "That address is wrong: change it",
  hasAccount: "You have an account?",
};

export type SignUpWords = typeof words;
