import type { SessionCookie } from "../../sessions/domain/session.ts";

/** The input of the log-in page: the password, or the code that comes after it. */
export type LogInForm =
  | { readonly email: string; readonly password: string }
  | { readonly token: string; readonly code: string };

/** The result of a log-in on the page: the session, the token that waits for a code, or the reason of a refusal. */
export type LogInOutcome =
  | { readonly accountId: string; readonly session: SessionCookie }
  | { readonly secondStep: string; readonly isWrong: boolean }
  | { readonly refused: "LOGIN_FAILED" }
  | { readonly refused: "RATE_LIMITED"; readonly retryAfterSeconds: number };
