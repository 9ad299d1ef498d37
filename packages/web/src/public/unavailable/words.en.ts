import { frame } from "../../words/frame.en.ts";

/** The words of this page. */
export const words = {
  frame,
  heading: "This page cannot be shown right now",
  text: "A part of the platform is away. Nothing is lost; try again in a few seconds.",
  action: "Try again",
};

export type UnavailableWords = typeof words;
