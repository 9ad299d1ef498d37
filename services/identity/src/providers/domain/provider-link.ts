import { DomainError, minute, type Instant } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** The link to an account at a provider, with which the person logs in here. */
export type ProviderLink = {
  readonly id: string;
  readonly accountId: string;
  /** The provider's id in this installation's configuration. */
  readonly provider: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
};

/** A person who has just logged in at a provider, as the provider describes them. */
export type ProvidedPerson = {
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | null;
  readonly email: string | null;
  /** Whether the provider is the authority for the address and confirms that it is the person's. */
  readonly isEmailCertain: boolean;
};

/** How long a person may take at the provider. */
export const attemptLifetime = 10 * minute;

/** Another person here has linked the account at the provider, or this person has linked another one there. */
export class ProviderTaken extends DomainError<ErrorCode> {
  constructor() {
    super(
      "PROVIDER_TAKEN",
      "This account at the provider, or another one there, is linked already.",
    );
  }
}
