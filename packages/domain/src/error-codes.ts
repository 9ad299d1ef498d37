/** The codes of errors that the packages throw, and so any service or the gateway may answer. */
export const errorCodes = {
  ARGUMENT_WITHHELD: "The request filters or sorts by a field that the caller may not read.",
  ASK_TIMEOUT: "Another service did not answer in time. Send the request again.",
  ASK_UNANSWERED: "No instance of the other service is running. Send the request again later.",
  ATTEMPTS_EXHAUSTED: "An event failed too often and is dead-lettered; clients never see this.",
  BAD_REQUEST: "The request is not a valid GraphQL request, or its body cannot be read.",
  CIPHERTEXT_INVALID: "A sealed value is damaged. The operator restores it from a backup.",
  EVENT_UNREADABLE:
    "An event does not match its schema. It is dead-lettered; clients never see this.",
  FORBIDDEN: "The caller may not do this. For an app, `scopes` lists the scopes that it lacks.",
  FRESH_LOGIN_REQUIRED: "The log-in is too long ago for this action. Log in again, then repeat it.",
  IDEMPOTENCY_KEY_REUSED: "The idempotency key belongs to another request. Use a new key.",
  INTERNAL: "An unexpected failure. `correlationId` finds it in the operator's log.",
  INVALID_INPUT: "`problems` lists each mistake with its path, its own code and a message.",
  NOT_FOUND: "The object does not exist, or the caller may not know that it exists.",
  SERVICE_UNAVAILABLE:
    "A part of the platform is down or starting. Repeat with the same idempotency key.",
  SUBJECT_ERASED: "The data of this person was erased, so nothing can be saved for them.",
  TOO_BUSY:
    "Too many requests wait already. Nothing was done; repeat after `retryAfterSeconds` with the same idempotency key.",
  UNAUTHENTICATED: "The request has no valid session or token. Log in, or get a new token.",
  WINDOW_TOO_LONG: "The window of the search is longer than allowed. Ask for fewer days.",
} as const satisfies Readonly<Record<string, string>>;

/** The code of an error that a package throws. */
export type ErrorCode = keyof typeof errorCodes;
