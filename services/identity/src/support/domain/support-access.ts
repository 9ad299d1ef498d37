import type { Instant } from "@tidbok/domain";

/** The reasons for an access: a closed list, because free text about a person would be personal data. */
export const supportReasons = [
  "LOG_IN_TROUBLE",
  "BOOKING_TROUBLE",
  "BILLING_QUESTION",
  "RIGHTS_REQUEST",
  "SECURITY_INCIDENT",
] as const;

/** One of them. */
export type SupportReason = (typeof supportReasons)[number];

/** An access of an agent to one person's data, open or ended. After an erasure it names no person. */
export type SupportAccess = {
  readonly id: string;
  readonly staffId: string;
  readonly accountId: string | null;
  readonly reason: SupportReason;
  readonly ticket: string | null;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
  /** When it was ended before its time; null where it was not. */
  readonly endedAt: Instant | null;
};

/** For how long at most. */
export const longestAccessMinutes = 60;

/** A link by which an agent's device makes a passkey. */
export type Enrolment = { readonly id: string; readonly accountId: string };

/** For how long a link is good by which an agent's device makes a passkey. */
export const enrolmentLifetime = 86_400_000;

/** An agent's working day: sessions that see others' data are short. */
export const staffSessionLifetime = 12 * 3_600_000;
