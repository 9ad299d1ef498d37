/** Why identity wants a mail to an address. */
export const verificationKinds = [
  "SIGN_UP",
  "ALREADY_REGISTERED",
  "RECOVERY",
  "LOG_IN",
  "EMAIL_CHANGE_OLD",
  "EMAIL_CHANGE_NEW",
  "PASSWORD_CHANGED",
  "ACCOUNT_DEACTIVATED",
  "ACCOUNT_CLOSING",
  "PERSONAL_TOKEN_MADE",
  "PASSKEY_ADDED",
  "PASSKEY_REMOVED",
  "CODES_ON",
  "CODES_OFF",
  "RECOVERY_CODE_USED",
  "RECOVERY_CODES_RENEWED",
] as const;
