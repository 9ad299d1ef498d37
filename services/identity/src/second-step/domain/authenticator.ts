import type { Instant } from "@tidbok/domain";

/** That a person's log-ins ask for a code of an app of theirs, since when, and what they have if the app is lost. */
export type Authenticator = {
  readonly accountId: string;
  readonly confirmedAt: Instant;
  readonly recoveryCodesLeft: number;
};

/** How many recovery codes a person gets at a time. */
export const recoveryCodeCount = 10;

/** For how long the first step of a log-in stands while the second is looked for. */
export const secondStepLifetime = 5 * 60_000;

/** A code of an app, or a recovery code however it was typed; null for what can be neither. */
export function readCode(typed: string): { kind: "CODE" | "RECOVERY_CODE"; code: string } | null {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, "");
  if (/^\d{6}$/.test(code)) return { kind: "CODE", code };
  return /^[a-z2-7]{16}$/.test(code) ? { kind: "RECOVERY_CODE", code } : null;
}
