import { useLoaderData } from "@tanstack/react-router";
import type { ComponentType } from "react";
import type { Language } from "../../words/languages.ts";
import { WordsProvider } from "../../words/words-context.tsx";
import { loadWords, type Catalogues } from "./load-words.ts";

type Spoken<Words> = {
  readonly language: Language;
  readonly catalogues: Catalogues<Words>;
  readonly Screen: ComponentType;
};

/** The part of a route that loads its catalogue together with its screen; the screen reads it with `useWords`. */
export function spokenScreen<Words>({ language, catalogues, Screen }: Spoken<Words>) {
  function SpokenScreen() {
    const words: unknown = useLoaderData({ strict: false });
    return (
      <WordsProvider language={language} words={words}>
        <Screen />
      </WordsProvider>
    );
  }
  return {
    loader: () => loadWords(catalogues, language) as Promise<unknown>,
    staleTime: Infinity,
    component: SpokenScreen,
  };
}
