import { frame } from "../../words/frame.en.ts";

/** The words of `/`. */
export const words = {
  frame,
  title: "Tidbok: book a time, keep your data",
  heading: "Book a time. Keep your data.",
  lead: "Tidbok lets people book meetings with you: no back and forth, no account, and no trackers for those who book.",
  start: "Make your booking page",
  logIn: "Log in",
  points: [
    {
      title: "For those who book",
      text: "Pick a day and a time, say who you are, done. No account, no cookie, no other company on the page.",
    },
    {
      title: "For those who host",
      text: "Your hours, your rules, your questions. Two bookings at once are impossible.",
    },
    {
      title: "For everybody's data",
      text: "Every field says who may read it and for how long it is kept, and the program holds itself to it.",
    },
  ],
  developers: "For developers: the graph with examples",
};

export type HomeWords = typeof words;
