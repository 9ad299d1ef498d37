import type { VerificationKind } from "./verification.ts";

/** What a link is for, and the page that it leads to; a code of the one kind is worth nothing as the other. */
export type LinkKind = "verify" | "invitation" | "recover" | "log-in" | "change-email" | "enrol";

const kinds: Readonly<Record<VerificationKind, LinkKind | null>> = {
  SIGN_UP: "verify",
  ALREADY_REGISTERED: null,
  RECOVERY: "recover",
  LOG_IN: "log-in",
  EMAIL_CHANGE_OLD: "change-email",
  EMAIL_CHANGE_NEW: "change-email",
  PASSWORD_CHANGED: null,
  ACCOUNT_DEACTIVATED: null,
  ACCOUNT_CLOSING: null,
  PERSONAL_TOKEN_MADE: null,
  PROVIDER_LINKED: null,
  PROVIDER_UNLINKED: null,
  PASSKEY_ADDED: null,
  PASSKEY_REMOVED: null,
  CODES_ON: null,
  CODES_OFF: null,
  RECOVERY_CODE_USED: null,
  RECOVERY_CODES_RENEWED: null,
  SUPPORT_ACCESS: null,
  APP_SUSPENDED: null,
};

/** The kind of a mail's link; null for a mail that asks for nothing. */
export function linkKindOf(kind: VerificationKind): LinkKind | null {
  return kinds[kind];
}
