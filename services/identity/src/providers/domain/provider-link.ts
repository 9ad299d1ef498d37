import { DomainError, type Instant } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** That a person logs in with an account of theirs elsewhere. */
export type ProviderLink = {
  readonly id: string;
  readonly accountId: string;
  /** The provider's id in this installation's configuration. */
  readonly provider: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
};

/** What a provider says of somebody who has just logged in there. Its word on addresses counts where it is the authority. */
export type ProvidedPerson = {
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | null;
  readonly email: string | null;
  /** Whether the provider answers for the address and says that it is this person's. */
  readonly isEmailCertain: boolean;
};

/** For how long somebody may take at the provider. */
export const attemptLifetime = 10 * 60_000;

/** The account elsewhere logs somebody else in here, or this person has another one there. */
export class ProviderTaken extends DomainError<ErrorCode> {
  constructor() {
    super("PROVIDER_TAKEN", "This account elsewhere, or another one there, is linked already.");
  }
}
