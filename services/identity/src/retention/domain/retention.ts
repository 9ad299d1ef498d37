import type { Instant } from "@tidbok/domain";

/** What is kept no longer than these moments. */
export type Retention = {
  /** Unverified sign-ups from before it are deleted. */
  readonly signedUpBefore: Instant;
  /** Sessions and open invitations that ended before it are. */
  readonly endedBefore: Instant;
  /** What was due to go by now goes. */
  readonly now: Instant;
  /** Keys of idempotency from before it are. */
  readonly askedBefore: Instant;
};

const day = 86_400_000;

/** What is too old now. */
export function retention(
  { unverifiedDays, endedDays }: { unverifiedDays: number; endedDays: number },
  now: Instant,
): Retention {
  return {
    now,
    signedUpBefore: now - unverifiedDays * day,
    endedBefore: now - endedDays * day,
    askedBefore: now - day,
  };
}
