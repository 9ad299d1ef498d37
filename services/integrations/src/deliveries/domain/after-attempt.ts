import { day, type Instant } from "@tidbok/domain";
import type { DeliveryState } from "./delivery.ts";

/**
 * How an attempt ended. `SENT`: the mail server took the mail. `REFUSED`: it did not, for now or for
 * good. `UNAVAILABLE`: the mail could not be written, since the graph did not answer; this costs no attempt.
 * `UNWRITTEN`: the graph answered and the mail could not be written, which counts as an attempt. `UNNEEDED`: there is
 * nothing to tell any more. `HELD`: the mail may not go yet, since there are too many or its content has links.
 */
export type Outcome =
  | { readonly kind: "SENT" }
  | { readonly kind: "REFUSED"; readonly code: string; readonly isPermanent: boolean }
  | { readonly kind: "UNAVAILABLE"; readonly code: string }
  | { readonly kind: "UNWRITTEN"; readonly code: string }
  | { readonly kind: "HELD"; readonly code: string; readonly until: Instant }
  | { readonly kind: "UNNEEDED"; readonly code: string };

/** What becomes of the delivery. */
export type Settlement = {
  readonly state: Exclude<DeliveryState, "SENDING">;
  readonly dueAt: Instant;
  readonly lastErrorCode: string | null;
  readonly sentAt: Instant | null;
};

const second = 1_000;
const minute = 60 * second;

/** How long to wait after each attempt that failed. After the last of them the delivery has failed. */
export const pauses = [
  second,
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  120 * minute,
] as const;

/** How many times a mail is tried: offered to a mail server, or failed to be written. */
export const maximumAttempts = pauses.length + 1;

/**
 * The end of a delivery after its last attempt, where no attempt had an outcome: the worker died during
 * each. Null while there are attempts left.
 */
export function usedUp({
  attempts,
  lastErrorCode,
}: {
  readonly attempts: number;
  readonly lastErrorCode: string | null;
}): Outcome | null {
  if (attempts < maximumAttempts) return null;
  return { kind: "REFUSED", code: lastErrorCode ?? "OUTCOME_UNKNOWN", isPermanent: true };
}

// Our own parts come back soon or are alarmed about; their absence must not use up the attempts.
const pauseWithoutGraph = 5 * second;

// News that is older than this helps no reader.
const longestHold = 3 * day;

/** What follows from an attempt. `attempts` counts this one. */
export function afterAttempt(
  outcome: Outcome,
  { attempts, createdAt, now }: { attempts: number; createdAt: Instant; now: Instant },
): Settlement {
  const settled = { dueAt: now, lastErrorCode: null, sentAt: null };
  if (outcome.kind === "SENT") return { ...settled, state: "SENT", sentAt: now };
  const failed = { ...settled, lastErrorCode: outcome.code };
  if (outcome.kind === "UNNEEDED") return { ...failed, state: "SKIPPED" };
  if (outcome.kind === "UNAVAILABLE") {
    return { ...failed, state: "PENDING", dueAt: now + pauseWithoutGraph };
  }
  if (outcome.kind === "HELD") {
    const isOver = outcome.until >= createdAt + longestHold;
    return isOver
      ? { ...failed, state: "FAILED" }
      : { ...failed, state: "PENDING", dueAt: outcome.until };
  }
  const pause = pauses[attempts - 1];
  const isPermanent = outcome.kind === "REFUSED" && outcome.isPermanent;
  if (isPermanent || pause === undefined) return { ...failed, state: "FAILED" };
  return { ...failed, state: "PENDING", dueAt: now + pause };
}
