import { createContext, useContext, type ReactNode } from "react";
import type { Language } from "./languages.ts";

type Spoken = { readonly language: Language; readonly words: unknown };

const context = createContext<Spoken | null>(null);

/** Gives a page its catalogue. */
export function WordsProvider({ language, words, children }: Spoken & { children?: ReactNode }) {
  return <context.Provider value={{ language, words }}>{children}</context.Provider>;
}

/** The catalogue of the page; a component says which part of a catalogue it needs. */
export function useWords<Words>(): Words {
  return spoken().words as Words;
}

/** The language of the page. */
export function useLanguage(): Language {
  return spoken().language;
}

function spoken(): Spoken {
  const value = useContext(context);
  if (value === null) throw new Error("The page has no words.");
  return value;
}
