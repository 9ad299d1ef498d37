import { allowEmptyHtmlOnly } from "./allow-empty-html-only.ts";
// First of all styles: the order of layers is the order in which they are named.
import "../looks/tokens.css";
import "../looks/elements.css";
import "./app.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { I18nProvider } from "react-aria-components";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { formatTag, isLanguage } from "../words/languages.ts";
import { queryClient } from "./ask-graph.ts";
import { createAppRouter } from "./create-app-router.tsx";
import { loadWords } from "./words/load-words.ts";
import { AppWordsProvider } from "./words/app-words-context.tsx";
import { appWords } from "./words/app-words.ts";

allowEmptyHtmlOnly();
const { lang } = document.documentElement;
const language = isLanguage(lang) ? lang : "en";
const words = await loadWords(appWords, language);
const router = createAppRouter(language);

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <I18nProvider locale={formatTag(language)}>
      <AppWordsProvider language={language} words={words}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AppWordsProvider>
    </I18nProvider>
  </StrictMode>,
);
