import type { Context } from "../../../context.ts";
import type { Outcome } from "../../../deliveries/domain/after-attempt.ts";
import type { LeasedDelivery } from "../../../deliveries/domain/delivery.ts";
import { limitMilliseconds, limitsOf } from "../../../deliveries/domain/mail-limits.ts";
import { TooManyMails } from "../../../deliveries/domain/too-many-mails.ts";
import type { ComposedMail } from "./compose-mail.ts";

/** What became of a mail that was to go to the mail server. */
type HandedOver = { readonly attempts: number } | Extract<Outcome, { kind: "HELD" }> | null;

/**
 * Counts the mail towards its limits and notes that it goes to the mail server now. HELD where a limit is reached: then
 * it counts nowhere. Null when the lease was over before the mail could go: then it is another worker's.
 */
export async function handOver(
  { store, fingerprintOf, leaseMilliseconds, clock }: Context,
  { delivery, composed }: { readonly delivery: LeasedDelivery; readonly composed: ComposedMail },
): Promise<HandedOver> {
  const now = clock();
  const { senderId, mail, wasToldBefore } = composed;
  const { address } = mail.to;
  // Another attempt of the same mail is no other mail.
  const counted = delivery.wasHandedOver
    ? []
    : limitsOf(delivery, { address, senderId, wasToldBefore, now });
  const limits = counted.map(({ subject, most }) => ({ key: fingerprintOf(subject), most }));
  try {
    const attempts = await store.deliveries.handOver({
      ...delivery,
      now,
      until: now + leaseMilliseconds,
      limits,
      countedUntil: now + limitMilliseconds,
    });
    return attempts === null ? null : { attempts };
  } catch (error) {
    if (!(error instanceof TooManyMails)) throw error;
    const keys = limits.map(({ key }) => key);
    // A limit that has begun anew meanwhile is tried again at once.
    const until = (await store.mailCounts.reachedUntil(keys, now)) ?? now;
    return { kind: "HELD", code: error.code, until };
  }
}
