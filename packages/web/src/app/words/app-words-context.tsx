import { createContext, useContext, type ReactNode } from "react";
import type { Language } from "../../words/languages.ts";
import type { AppWords } from "./words.en.ts";

type Spoken = { readonly language: Language; readonly words: AppWords };

const context = createContext<Spoken | null>(null);

/** Gives all routes what they say in common; a route has a catalogue of its own besides. */
export function AppWordsProvider({ children, ...spoken }: Spoken & { children?: ReactNode }) {
  return <context.Provider value={spoken}>{children}</context.Provider>;
}

/** What all routes say. */
export function useAppWords(): AppWords {
  return spoken().words;
}

/** The language of the app. */
export function useAppLanguage(): Language {
  return spoken().language;
}

function spoken(): Spoken {
  const value = useContext(context);
  if (value === null) throw new Error("The app has no words.");
  return value;
}
