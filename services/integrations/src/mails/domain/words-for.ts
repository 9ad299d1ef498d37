import { en } from "./words/en.ts";
import { sv } from "./words/sv.ts";
import type { Words } from "./words/words.ts";

export type { Change, AnyChange, HostChange, GuestChange, Words } from "./words/words.ts";

const languages: Readonly<Record<string, Words>> = { en, sv };

/** The mails in the reader's language; in English where it is not known or not written yet. */
export function wordsFor(locale: string | null): Words {
  return (locale === null ? undefined : languages[locale]) ?? en;
}
