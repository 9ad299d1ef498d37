import { frame } from "../../words/frame.sv.ts";
import { places } from "../../words/places.sv.ts";
import type { OrganizationWords } from "./words.en.ts";

/** The words of `/@{org}`. */
export const words: OrganizationWords = {
  frame,
  places,
  empty: "Här går inget att boka just nu.",
  minutes: (durations) => `${durations.join(" / ")} min`,
  needsConfirmation: "Behöver bekräftas",
  seats: (count) => `${count} platser`,
};
