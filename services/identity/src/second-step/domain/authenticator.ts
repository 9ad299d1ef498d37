import { minute, type Instant } from "@tidbok/domain";

/** A person's authenticator app, whose codes their log-ins ask for, and how many recovery codes are left. */
export type Authenticator = {
  readonly accountId: string;
  readonly confirmedAt: Instant;
  readonly recoveryCodesLeft: number;
};

/** How many recovery codes a person gets at a time. */
export const recoveryCodeCount = 10;

/** How long a log-in waits for its second step. */
export const secondStepLifetime = 5 * minute;

/** Reads a typed code, with or without spaces and hyphens; null if it has the form of neither kind. */
export function readCode(typed: string): { kind: "CODE" | "RECOVERY_CODE"; code: string } | null {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, "");
  if (/^\d{6}$/.test(code)) return { kind: "CODE", code };
  return /^[a-z2-7]{16}$/.test(code) ? { kind: "RECOVERY_CODE", code } : null;
}
