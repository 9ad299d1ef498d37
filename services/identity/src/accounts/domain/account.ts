import type { Instant } from "@tidbok/domain";

/** A person with an account. Once erased, everything about them is null and only the id is left. */
export type Account = {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly timeZone: string | null;
  readonly locale: string | null;
  readonly isEmailVerified: boolean;
  /** Since when the person is away; null while they are not. */
  readonly deactivatedAt: Instant | null;
  /** When what is left of the account goes, unless they come back before. */
  readonly closesAt: Instant | null;
};

/** An account elsewhere that logs a person in, by the fingerprint of its issuer and subject. */
export type Elsewhere = { readonly provider: string; readonly subjectIndex: Uint8Array };

/** A sign-up form as it is stored: with the hash of the password, or with the account at another provider in its place. */
export type SignUpForm = {
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly passwordHash: string | null;
  readonly elsewhere: Elsewhere | null;
};

/** What a log-in needs to know of an account. */
export type Credential = {
  readonly accountId: string;
  readonly passwordHash: string | null;
  readonly isEmailVerified: boolean;
  readonly isDeactivated: boolean;
};

/** What becomes of a new account in the same moment. */
export type NewAccount = SignUpForm & {
  readonly id: string;
  readonly email: string;
  readonly createdAt: Instant;
};
