/** The codes of identity's errors, each with what it tells a client. docs/errors.md shows them. */
export const errorCodes = {
  ALREADY_MEMBER: "The invited person already belongs to the organization.",
  APP_HAS_NO_SECRET:
    "A public app authenticates with PKCE, so it has neither a secret to renew nor a token of its own.",
  APP_SHUT_OUT: "The organization has blocked this app. An owner must readmit it first.",
  ATTESTATION_REQUIRED: "A person confirms being 16 years or older before signing up.",
  AUTHENTICATOR_ON:
    "The account already has an authenticator app. Remove it before adding another.",
  CODE_WRONG: "The code is wrong, was used before, or is too old. The three cases look the same.",
  EMAIL_NOT_VERIFIED:
    "The password is right, but the address is not verified. Follow the link in the mail.",
  EMAIL_TAKEN: "Another account has this e-mail address.",
  INVITATION_NOT_YOURS: "The invitation was sent to another address than that of the account.",
  LAST_LOG_IN_METHOD: "This is the only way to log in. Set a password or add a passkey first.",
  LAST_OWNER: "An organization needs an owner. Make another member an owner first.",
  LINK_EXPIRED: "The link in the mail is too old. Request a new one.",
  LINK_INVALID: "The link in the mail is wrong, was used, or was replaced by a newer one.",
  LOGIN_FAILED: "The e-mail address or the password is wrong. The two cases look the same.",
  NO_AUTHENTICATOR: "The account has no confirmed authenticator app.",
  PASSKEY_REFUSED: "The passkey is unknown or its answer is not valid. All cases look the same.",
  POLICY_VERSION_UNKNOWN:
    "The version is not the one in force. Read the current policy and accept that version.",
  PROVIDER_TAKEN: "The account at the provider, or another one there, is already linked.",
  RATE_LIMITED: "Too many attempts. Repeat after `retryAfterSeconds`.",
  SECOND_STEP_OVER: "The log-in took too long. Begin it again.",
  SECOND_STEP_REQUIRED:
    "The log-in needs a code of the authenticator app or a recovery code as well.",
  SESSION_ENDED: "The session has ended. Log in again.",
  SLUG_TAKEN: "Another organization has this slug.",
  TOO_MANY_APPS: "The organization has as many apps as it may have. Delete one first.",
  TOO_MANY_ORGANIZATIONS: "The person belongs to as many organizations as a person may belong to.",
  TOO_MANY_PASSKEYS: "The account has as many passkeys as it may have. Remove one first.",
  TOO_MANY_TOKENS: "The account has as many personal tokens as it may have. Revoke one first.",
  WRONG_PASSWORD: "The current password is wrong.",
} as const satisfies Readonly<Record<string, string>>;

/** The code of an error of identity. */
export type ErrorCode = keyof typeof errorCodes;
