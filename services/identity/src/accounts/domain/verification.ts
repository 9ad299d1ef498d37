import type { Instant } from "@tidbok/domain";
import type { SignUpForm } from "./account.ts";

/** Why a mail goes to an address. */
export type VerificationKind =
  | "SIGN_UP"
  | "ALREADY_REGISTERED"
  | "RECOVERY"
  | "LOG_IN"
  | "EMAIL_CHANGE_OLD"
  | "EMAIL_CHANGE_NEW"
  | "PASSWORD_CHANGED"
  | "ACCOUNT_DEACTIVATED"
  | "ACCOUNT_CLOSING"
  | "PERSONAL_TOKEN_MADE"
  | "PROVIDER_LINKED"
  | "PROVIDER_UNLINKED"
  | "PASSKEY_ADDED"
  | "PASSKEY_REMOVED"
  | "CODES_ON"
  | "CODES_OFF"
  | "RECOVERY_CODE_USED"
  | "RECOVERY_CODES_RENEWED"
  | "SUPPORT_ACCESS"
  | "APP_SUSPENDED";

/**
 * A mail that was asked for. `form` is what came with a sign-up, until its link is used; `email` is the
 * address that an account is to have, and null where the mail goes to the one that it has.
 */
export type Verification = {
  readonly id: string;
  readonly accountId: string;
  readonly kind: VerificationKind;
  readonly form: SignUpForm | null;
  readonly email: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
};

const minute = 60_000;
const day = 1_440 * minute;

// A link that logs in is valid for the time that reading a mail takes, not for the time that the mail is stored.
const lifetimes: Readonly<Record<VerificationKind, number>> = {
  SIGN_UP: day,
  ALREADY_REGISTERED: day,
  RECOVERY: 30 * minute,
  LOG_IN: 15 * minute,
  EMAIL_CHANGE_OLD: day,
  EMAIL_CHANGE_NEW: day,
  PASSWORD_CHANGED: day,
  ACCOUNT_DEACTIVATED: day,
  ACCOUNT_CLOSING: day,
  PERSONAL_TOKEN_MADE: day,
  PROVIDER_LINKED: day,
  PROVIDER_UNLINKED: day,
  PASSKEY_ADDED: day,
  PASSKEY_REMOVED: day,
  CODES_ON: day,
  CODES_OFF: day,
  RECOVERY_CODE_USED: day,
  RECOVERY_CODES_RENEWED: day,
  SUPPORT_ACCESS: day,
  APP_SUSPENDED: day,
};

/** The kinds with links that act on a verified account. A new password makes all of them void. */
export const accountLinks = ["RECOVERY", "LOG_IN", "EMAIL_CHANGE_OLD", "EMAIL_CHANGE_NEW"] as const;

/** What a mail is asked for with. */
export type VerificationRequest = Pick<Verification, "accountId" | "kind"> &
  Partial<Pick<Verification, "form" | "email">>;

/** A mail requested now, with a link that is valid as long as its kind allows. */
export function requestVerification(
  { form = null, email = null, ...request }: VerificationRequest & Pick<Verification, "id">,
  now: Instant,
): Verification {
  const expiresAt = now + lifetimes[request.kind];
  return { ...request, form, email, createdAt: now, expiresAt, usedAt: null };
}
