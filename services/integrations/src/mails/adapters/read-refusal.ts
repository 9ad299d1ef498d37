import type { Outcome } from "../../deliveries/domain/after-attempt.ts";

// Errors that nodemailer gives when the server refused this mail or its recipient, and not us or the
// connection (a wrong password is our mistake, and is mended while the mails wait).
const aboutThisMail = new Set(["EENVELOPE", "EMESSAGE"]);

const codes: Readonly<Record<string, string>> = {
  ECONNECTION: "MAIL_SERVER_UNREACHABLE",
  ECONNREFUSED: "MAIL_SERVER_UNREACHABLE",
  EDNS: "MAIL_SERVER_UNREACHABLE",
  ESOCKET: "MAIL_SERVER_UNREACHABLE",
  ETIMEDOUT: "MAIL_SERVER_TIMEOUT",
  EABORT: "MAIL_SERVER_TIMEOUT",
  EENVELOPE: "ADDRESS_NOT_VALID",
  ETLS: "MAIL_SERVER_TLS",
  EAUTH: "MAIL_SERVER_LOGIN_REFUSED",
};

/**
 * What a failure of nodemailer means for the delivery. The code never has the server's words, which
 * often repeat the address. 5xx about the mail is for good (RFC 5321), everything else is for now.
 */
export function readRefusal(error: unknown): Outcome {
  const { code, responseCode } = factsOf(error);
  const isReply = responseCode !== null && responseCode >= 400 && responseCode <= 599;
  return {
    kind: "REFUSED",
    code: isReply ? `SMTP_${responseCode}` : (codes[code] ?? "MAIL_NOT_TAKEN"),
    isPermanent: aboutThisMail.has(code) && (responseCode === null || responseCode >= 500),
  };
}

function factsOf(error: unknown): { code: string; responseCode: number | null } {
  if (!(error instanceof Error)) return { code: "", responseCode: null };
  return {
    code: "code" in error && typeof error.code === "string" ? error.code : "",
    responseCode:
      "responseCode" in error && typeof error.responseCode === "number" ? error.responseCode : null,
  };
}
