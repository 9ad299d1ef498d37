import { inTransaction } from "@tidbok/service";
import type { Context } from "../../../context.ts";
import type { Outcome } from "../../../deliveries/domain/after-attempt.ts";
import type { LeasedDelivery } from "../../../deliveries/domain/delivery.ts";
import { limitMilliseconds, limitsOf } from "../../../deliveries/domain/mail-limits.ts";
import type { ComposedMail } from "./compose-mail.ts";

/** What became of a mail that was to go to the mail server. */
type HandedOver = { readonly attempts: number } | Extract<Outcome, { kind: "HELD" }> | null;

/**
 * Counts the mail towards its limits and notes that it goes to the mail server now. HELD where a limit is reached: then
 * it counts nowhere. Null when the lease was over before the mail could go: then it is another worker's.
 */
export async function handOver(
  context: Context,
  { delivery, composed }: { readonly delivery: LeasedDelivery; readonly composed: ComposedMail },
): Promise<HandedOver> {
  const now = context.clock();
  const until = now + context.leaseMilliseconds;
  try {
    return await inTransaction(context, async ({ store, fingerprintOf }) => {
      // Another attempt of the same mail is no other mail.
      if (delivery.attempts === 0) {
        await count({ store, fingerprintOf }, { delivery, composed, now });
      }
      const attempts = await store.deliveries.handOver({ ...delivery, now, until });
      return attempts === null ? null : { attempts };
    });
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    return { kind: "HELD", code: "TOO_MANY_MAILS", until: error.until };
  }
}

async function count(
  { store, fingerprintOf }: Pick<Context, "store" | "fingerprintOf">,
  mail: {
    readonly delivery: LeasedDelivery;
    readonly composed: ComposedMail;
    readonly now: number;
  },
): Promise<void> {
  const { delivery, composed, now } = mail;
  const address = composed.mail.to.address;
  const limits = limitsOf(delivery, { address, senderId: composed.senderId, now });
  if (limits.length === 0) return;
  const most = new Map(limits.map((limit) => [fingerprintOf(limit.subject), limit.most]));
  const counts = await store.mailCounts.raise([...most.keys()], {
    now,
    endsAt: now + limitMilliseconds,
  });
  const over = counts.filter(({ key, count }) => count > (most.get(key) ?? 0));
  if (over.length > 0) throw new LimitReached(Math.max(...over.map(({ endsAt }) => endsAt)));
}

// Rolls the counts back, so that a mail that waits does not take the place of another one.
class LimitReached extends Error {
  readonly until: number;

  constructor(until: number) {
    super("A mail has to wait.");
    this.until = until;
  }
}
