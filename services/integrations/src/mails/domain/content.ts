/** A line of a mail. */
export type ContentFact = {
  readonly label: string;
  readonly value: string;
  /** A page about it; null or left out where there is none. */
  readonly url?: string | null;
  /** What the reader looks for first. */
  readonly isMain?: boolean;
};

/** What a mail says, in the order of reading. */
export type Content = {
  readonly language: string;
  /** The organization in whose name the mail goes, or the product. */
  readonly sender: string;
  /** Whether its picture comes with the mail, by the content id `logo`. */
  readonly hasLogo: boolean;
  readonly heading: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly ContentFact[];
  /** The one button. */
  readonly action: { readonly label: string; readonly url: string; readonly note: string } | null;
  readonly footer: string;
};
