import { DomainError, isProtectedScope, type Instant, type Membership } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** A token that a person made for scripts of their own, without the token itself. */
export type PersonalToken = {
  readonly id: string;
  readonly accountId: string;
  /** The name that the person gave it. */
  readonly name: string | null;
  readonly scopes: readonly string[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** The day in UTC; the time of day is not stored. */
  readonly lastUsedOn: string | null;
};

/** The most tokens that a person may have, including expired ones. */
export const mostTokens = 25;

/** The longest lifetime of a token. */
export const longestDays = 365;

/**
 * The scopes that a token may use. An app gets protected data of attendees only with an owner's approval, and a personal
 * token can be pasted into any app. So scopes of protected data work only for people who own every organization that
 * they belong to.
 */
export function countingScopes(
  scopes: readonly string[],
  memberships: readonly Membership[],
): readonly string[] {
  const isOwn = memberships.every(({ role }) => role === "OWNER");
  return scopes.filter((scope) => isOwn || !isProtectedScope(scope));
}

export class TooManyTokens extends DomainError<ErrorCode> {
  constructor() {
    super("TOO_MANY_TOKENS", "Revoke a token before you make another.");
  }
}
