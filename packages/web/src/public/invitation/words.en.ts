import { entry } from "../../words/entry.en.ts";
import { frame } from "../../words/frame.en.ts";

/** The words of `/invitation`. */
export const words = {
  frame,
  entry,
  heading: "You are invited to an organization",
  lead: "Log in with the address that the invitation was sent to.",
  leadLoggedIn: (name: string) => `You are logged in as ${name}.`,
  logInAndAccept: "Log in and accept",
  accept: "Accept the invitation",
  codeHeading: "One more step",
  joined: (organization: string) => `Welcome to ${organization}`,
  roles: {
    MEMBER: "You are a member now.",
    ADMIN: "You are an administrator now.",
    OWNER: "You are an owner now.",
  },
  otherAccount: "That is not you? Log out, then open the link again.",
  noAccount: "No account yet? Make one with that address, then open the link again.",
};

export type InvitationWords = typeof words;
