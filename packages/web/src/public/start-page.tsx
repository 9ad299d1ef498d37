// First of all styles: the order of layers is the order in which they are named.
import "../looks/tokens.css";
import "../looks/elements.css";
import { hydrate } from "preact";
import type { ComponentType } from "react";
import type { Language } from "../words/languages.ts";
import { WordsProvider } from "../words/words-context.tsx";

type Started<Data> = {
  readonly View: ComponentType<{ readonly data: Data }>;
  readonly words: unknown;
  readonly language: Language;
};

/** The first lines that run in a public page: they take over what the server drew, with the data that lies beside it. */
export function startPage<Data>({ View, words, language }: Started<Data>): void {
  const root = document.getElementById("root");
  const data = JSON.parse(document.getElementById("page")?.textContent ?? "null") as Data;
  const content = (
    <WordsProvider language={language} words={words}>
      <View data={data} />
    </WordsProvider>
  );
  if (root) hydrate(content as never, root);
}
