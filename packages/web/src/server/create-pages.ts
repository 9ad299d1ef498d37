import { GraphError, type Ask } from "@tidbok/client";
import type { ComponentType } from "react";
import type { Language } from "../words/languages.ts";
import { chooseLanguage } from "./choose-language.ts";
import { pageHeaders } from "./page-headers.ts";
import type { PageRequest, PublicPage } from "./public-page.ts";
import { renderPage } from "./render-page.tsx";
import { securityPolicy } from "./security-policy.ts";

/** A page with its component and catalogues, as the build collects them from its folder. */
export type PageModule = {
  readonly name: string;
  /** Loosely typed, for the list holds pages of all kinds; `definePage` has checked each of them. */
  readonly page: PublicPage<unknown, unknown>;
  readonly View: ComponentType<{ readonly data: never }>;
  readonly words: Readonly<Record<Language, unknown>>;
};

/** What the build made of a page: its style, and its script in each language. */
export type PageAssets = {
  readonly css: string;
  readonly scripts: Readonly<Partial<Record<Language, string>>>;
};

/** An answer over HTTP, whole. */
export type PageAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
};

/** The public pages, by their paths. `ask` asks as a visitor, so that the answer is equal for all. */
export type Pages = {
  readonly paths: readonly string[];
  /** Whether pages at this path may be shown in a frame by sites that their headers name. */
  readonly isFramed: (path: string) => boolean;
  readonly answer: (path: string, asked: { request: PageRequest; ask: Ask }) => Promise<PageAnswer>;
  readonly notFound: (request: PageRequest) => PageAnswer;
};

/** Assembles the pages of a build; called once, by what serves them. */
export function createPages(
  modules: readonly PageModule[],
  assets: Readonly<Record<string, PageAssets>>,
): Pages {
  const byPath = new Map(
    modules.flatMap((each) => (each.page.path ? [[each.page.path, each]] : [])),
  );
  const named = (name: string) => modules.find((each) => each.name === name) as PageModule;

  type Shown = { readonly request: PageRequest; readonly data: unknown };

  function answerWith(module: PageModule, { request, data }: Shown): PageAnswer {
    const { page } = module;
    const language = chooseLanguage({
      lang: request.query["lang"],
      acceptLanguage: request.acceptLanguage,
      otherwise: page.languageOf?.(data),
    });
    const { css, scripts } = assets[module.name] as PageAssets;
    const words = module.words[language];
    const origins = page.embedOriginsOf?.(data);
    const html = renderPage({
      language,
      title: page.title(words, data),
      View: module.View,
      words,
      data,
      css,
      script: scripts[language] ?? null,
      isFramed: origins !== undefined,
    });
    const status = page.status ?? 200;
    const headers = {
      ...pageHeaders({
        language,
        policy: securityPolicy(css, origins),
        isFramed: origins !== undefined,
      }),
      ...(status === 503 && { "retry-after": "5" }),
    };
    return { status, html, headers };
  }

  const notFound = (request: PageRequest) =>
    answerWith(named("not-found"), { request, data: null });
  return {
    paths: [...byPath.keys()],
    isFramed: (path) => byPath.get(path)?.page.embedOriginsOf !== undefined,
    notFound,
    answer: async (path, { request, ask }) => {
      const module = byPath.get(path) as PageModule;
      const { load } = module.page;
      try {
        const data = load ? await load(ask, request) : undefined;
        return data === null
          ? notFound(request)
          : answerWith(module, { request, data: data ?? null });
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        return answerWith(named("unavailable"), { request, data: null });
      }
    },
  };
}
