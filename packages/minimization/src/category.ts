import type { Purpose } from "@tidbok/domain";
import type { Audience } from "./decide/audience.ts";
import type { MaskName } from "./decide/masks.ts";

/**
 * What an audience gets: the value, a part of it, null, or (`deny`) not even the knowledge that the
 * field exists.
 */
export type Rule = "reveal" | `mask:${MaskName}` | "hide" | "deny";

/** A rule for every audience; there is no default. */
export type AudienceRules = Readonly<Record<Audience, Rule>>;

/** The kind of person that the data is about. */
export type Subject = "attendee" | "host" | "customer";

/** `protected` reveals are disclosed in the ledger; a `secret` never leaves in any answer. */
export type Sensitivity = "personal" | "protected" | "secret";

/** One row of the data map: everything that is ever decided about one kind of personal data. */
export type Category = {
  /** Its key in Fideslang 3 (Ethyca, CC-BY-4.0), the vocabulary that other tools read. */
  readonly key: string;
  /** In words that the policy page prints. */
  readonly description: string;
  readonly subject: Subject;
  readonly sensitivity: Sensitivity;
  readonly source: "provided" | "observed" | "derived";
  /** What it may be used for. Looking at one's own data needs no purpose. */
  readonly purposes: readonly Purpose[];
  /** GDPR article 6. */
  readonly legalBasis: "contract" | "consent" | "legal obligation" | "legitimate interest";
  /** The retention class ([docs/promises.md](../../../docs/promises.md#retention-classes)) that sets the clock. */
  readonly retention: "account" | "booking" | "session" | "ip" | "legal";
  /** What erasing the person does to it. */
  readonly erasure: "shred" | "delete" | "unlink";
  /** The OAuth scope that a partner needs; null where no scope gives it. */
  readonly scope: string | null;
  readonly rules: AudienceRules;
};
