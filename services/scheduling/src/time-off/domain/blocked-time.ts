import { input, InvalidInput, type Instant, type Interval } from "@tidbok/domain";
import { z } from "zod";

/** Time that an account keeps free of meetings, in whatever organization they are. Why is told apart. */
export type BlockedTime = Interval & {
  readonly id: string;
  readonly organizationId: string;
  readonly accountId: string;
  readonly createdAt: Instant;
};

// The years that timestamps can be compared with.
const instant = z.number().min(0).max(Date.UTC(2200, 0));

const fields = {
  reason: input.text(1_000).nullish(),
  keepsBookings: z.boolean().default(false),
};

/** Time to block, as it is sent. */
export const timeToBlock = z.strictObject({
  ...fields,
  organizationId: input.id,
  accountId: input.id.nullish(),
  startAt: instant,
  endAt: instant,
  idempotencyKey: input.idempotencyKey,
});

/** A change of blocked time, as it is sent; what is left out stays, a reason that is null goes. */
export const blockedTimeChange = z.strictObject({
  ...fields,
  blockedTimeId: input.id,
  startAt: instant.nullish(),
  endAt: instant.nullish(),
});

const day = 24 * 60 * 60_000;

/** Throws InvalidInput for time that ends before it begins, is over, or is longer than a year. */
export function checkBlockedTime({ start, end }: Interval, now: Instant): void {
  const problem = (code: string, message: string) =>
    new InvalidInput([{ path: "endAt", code, message }]);
  if (end <= start) throw problem("END_BEFORE_START", "must lie after the start");
  if (end <= now) throw problem("IN_PAST", "must lie ahead");
  if (end - start > 366 * day) throw problem("TOO_LARGE", "must lie within 366 days of the start");
}
