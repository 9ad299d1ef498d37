import { frame } from "../../words/frame.en.ts";
import { places } from "../../words/places.en.ts";

/** The words of `/@{org}`. */
export const words = {
  frame,
  places,
  empty: "Nothing can be booked here at the moment.",
  minutes: (durations: readonly number[]) => `${durations.join(" / ")} min`,
  needsConfirmation: "Confirmation needed",
  seats: (count: number) => `${count} seats`,
};

export type OrganizationWords = typeof words;
