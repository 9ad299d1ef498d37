import { DomainError, isProtectedScope, type Instant, type Membership } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** A token that a person made for scripts of their own, without the token itself. */
export type PersonalToken = {
  readonly id: string;
  readonly accountId: string;
  /** What the person calls it. */
  readonly name: string | null;
  readonly scopes: readonly string[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** The day in UTC, and nothing finer. */
  readonly lastUsedOn: string | null;
};

/** How many a person may have, those that have run out included. */
export const mostTokens = 25;

/** How long a token may be made for. */
export const longestDays = 365;

/** The day of an instant, in UTC. */
export function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

/**
 * Those of the scopes that count. What members see of attendees is the organization's to protect: no app gets it
 * without an owner's approval, and a token that can be pasted into any app would be a way around it. So protected
 * data is for tokens of who owns every organization of theirs.
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
