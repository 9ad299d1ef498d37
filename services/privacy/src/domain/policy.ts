import type { Instant } from "@tidbok/domain";

/** The languages of policies. The first is the binding one. */
export const policyLocales = ["en", "sv"] as const;

/** A language of policies. */
export type PolicyLocale = (typeof policyLocales)[number];

/** A policy's words in one language. */
export type PolicyText = {
  readonly locale: PolicyLocale;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
};

/** A version of the policy, as its files say it. */
export type WrittenPolicy = {
  readonly version: string;
  readonly effectiveAt: Instant;
  readonly isMaterial: boolean;
  /** SHA-256 of the English text, in lower-case hexadecimal. */
  readonly hash: string;
  readonly texts: readonly PolicyText[];
};

/** The policies that the program knows. */
export type Policies = {
  readonly published: readonly WrittenPolicy[];
  /**
   * Other words that were once published under the same version by mistake. An installation that published them keeps
   * them, since they are what its people accepted.
   */
  readonly reissued: readonly WrittenPolicy[];
};

/** A version that was published; it does not change any more. */
export type Policy = WrittenPolicy & { readonly id: string; readonly publishedAt: Instant };

/** The words in the language, or in English where there is no translation. */
export function wordsOf(policy: Pick<Policy, "texts">, locale: string | null): PolicyText {
  const find = (wanted: string | null) => policy.texts.find((each) => each.locale === wanted);
  const words = find(locale) ?? find("en");
  if (!words) throw new Error("A policy has no English text.");
  return words;
}

/** What was written differently from what was published, in words for the operator; empty without a difference. */
export function differences(written: WrittenPolicy, published: Policy): readonly string[] {
  const facts = (["effectiveAt", "isMaterial", "hash"] as const).filter(
    (fact) => written[fact] !== published[fact],
  );
  const texts = policyLocales.filter((locale) => {
    const [now, then] = [written, published].map(({ texts }) =>
      texts.find((each) => each.locale === locale),
    );
    return now?.title !== then?.title || now?.text !== then?.text;
  });
  return [...facts, ...texts.map((locale) => `text (${locale})`)];
}
