import type { Instant } from "@tidbok/domain";

/** The languages that a policy is published in; every version has them all. */
export const locales = ["en", "sv"] as const;

/** A language of a policy. */
export type Locale = (typeof locales)[number];

/** A policy's words in one language. */
export type Wording = { readonly title: string; readonly markdown: string };

/** A version of the privacy policy. */
export type Policy = {
  readonly id: string;
  readonly version: string;
  readonly effectiveAt: Instant;
  readonly isMaterial: boolean;
  /** SHA-256 in hexadecimal over the words in all languages. */
  readonly hash: string;
  readonly wordings: Readonly<Record<Locale, Wording>>;
};

/** That a person accepted a version, since when. */
export type Acceptance = { readonly policyId: string; readonly acceptedAt: Instant };
