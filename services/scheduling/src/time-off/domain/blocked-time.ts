import { day, input, InvalidInput, type Instant, type Interval } from "@tidbok/domain";
import { z } from "zod";

/** Time that a host has free of meetings. The reason is stored sealed, apart. */
export type BlockedTime = Interval & {
  readonly id: string;
  readonly organizationId: string;
  readonly accountId: string;
  readonly createdAt: Instant;
  /**
   * The host was the last to set the time: it counts in every organization. What an admin sets counts in the admin's
   * organization alone, because no organization decides about a host's time in another.
   */
  readonly isByHost: boolean;
};

/** A host has at most this many blocked times in an organization. */
export const mostBlockedTimes = 1_000;

const fields = {
  reason: input.text(1_000).nullish(),
  keepsBookings: z.boolean().default(false),
};

/** The input of blockTime. Without an account, the caller is the host. */
export const blockTimeInput = z.strictObject({
  ...fields,
  organizationId: input.id,
  accountId: input.id.nullish(),
  startAt: input.instant,
  endAt: input.instant,
  idempotencyKey: input.idempotencyKey,
});

/** The input of updateBlockedTime. A missing field leaves the value; null removes the reason. */
export const updateBlockedTimeInput = z.strictObject({
  ...fields,
  blockedTimeId: input.id,
  startAt: input.instant.nullish(),
  endAt: input.instant.nullish(),
});

/** Throws InvalidInput for time that ends before it begins, is over, or is longer than 366 days. */
export function checkBlockedTime({ start, end }: Interval, now: Instant): void {
  const problem = (code: string, message: string) =>
    new InvalidInput([{ path: "endAt", code, message }]);
  if (end <= start) throw problem("END_BEFORE_START", "must lie after the start");
  if (end <= now) throw problem("IN_PAST", "must lie in the future");
  if (end - start > 366 * day) throw problem("TOO_LARGE", "must lie within 366 days of the start");
}
