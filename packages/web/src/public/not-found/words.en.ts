import { frame } from "../../words/frame.en.ts";

/** The words of this page. */
export const words = {
  frame,
  heading: "This page does not exist",
  text: "The address may be mistyped, or what was here has ended. Ask the person who gave you the link for the right one.",
  action: "To the start page",
};

export type NotFoundWords = typeof words;
