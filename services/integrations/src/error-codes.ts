/**
 * The codes of integrations' errors and of failed deliveries, each with what it tells a client.
 * docs/errors.md shows them.
 */
export const errorCodes = {
  ADDRESS_NOT_VALID: "The mail server says that the recipient's address is not valid.",
  BOOKING_UNKNOWN:
    "The event names a booking that no earlier event made known. Clients never see this.",
  CONTENT_HELD:
    "The mail of a new organization has a link in its title, place or names. It waits three days for a change.",
  GRAPH_UNAVAILABLE: "The graph did not answer what a mail needs. The delivery is tried again.",
  MAIL_NOT_TAKEN:
    "The mail server refused the mail. Where it gave a reply, the code is that: `SMTP_550`.",
  MAIL_NOT_WRITTEN:
    "The mail of a delivery could not be composed. It is tried again, eight times at most.",
  MAIL_SERVER_LOGIN_REFUSED: "The mail server refuses the log-in of the platform.",
  MAIL_SERVER_TIMEOUT: "The mail server did not answer in time. The delivery is tried again.",
  MAIL_SERVER_TLS: "No TLS connection to the mail server is possible.",
  MAIL_SERVER_UNREACHABLE: "The mail server cannot be reached. The delivery is tried again.",
  TOO_MANY_MAILS:
    "The recipient, the sender, the organization or the booking had too many mails today. The delivery waits.",
} as const satisfies Readonly<Record<string, string>>;

/** The code of an error of integrations. */
export type ErrorCode = keyof typeof errorCodes;
