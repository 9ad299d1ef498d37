import type { Ask } from "@tidbok/client";

/** A request for a page, reduced to what may decide how it looks: no cookie, no address of the visitor. */
export type PageRequest = {
  /** The parts of the path, by the names in the page's `path`. */
  readonly params: Readonly<Record<string, string>>;
  /** The query; only names that `allowedQuery` lists are in it. */
  readonly query: Readonly<Record<string, string>>;
  readonly acceptLanguage: string;
  readonly now: number;
};

/**
 * A public page, rendered on the server. It stands in `page.ts` of its folder in src/public, beside
 * `view.tsx` (the component `View`, which gets `data`) and `words.en.ts`, `words.sv.ts` (`words`).
 */
export type PublicPage<Data, Words> = {
  /** Its address, as Fastify writes it; null for a page that answers for others, such as `not-found`. */
  readonly path: string | null;
  /** Whether the browser runs it; a page of texts and links needs no script. */
  readonly hasScript: boolean;
  /** Its script may weigh so much, gzipped, with all that it needs to start. */
  readonly budgetKb?: number;
  /** What it shows, asked as a visitor; null answers 404. What it gives lies in the page as JSON. */
  readonly load?: (ask: Ask, request: PageRequest) => Promise<Data | null>;
  readonly title: (words: Words, data: Data) => string;
  /** The organization's language, for visitors with a language that the pages do not have. */
  readonly languageOf?: (data: Data) => string;
  /** The sites that may show it in a frame. A page that has this leads out of its frame with every link. */
  readonly embedOriginsOf?: (data: Data) => readonly string[];
  readonly status?: number;
  readonly isWide?: boolean;
};

/** Names the page's types; nothing else. */
export function definePage<Words, Data = null>(
  page: PublicPage<Data, Words>,
): PublicPage<Data, Words> {
  return page;
}
