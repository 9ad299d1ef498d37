import { input, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { HoldNotFound, type Hold } from "../domain/hold.ts";

const releaseHoldInput = z.strictObject({ holdId: input.id });

/** Opens the slot of a hold before it expires; a retry changes nothing. */
export async function releaseHold(context: Context, given: unknown): Promise<Hold> {
  const { holdId } = validate(releaseHoldInput, given);
  return inTransaction(context, async ({ store, now }) => {
    const hold = await store.holds.lock(holdId);
    if (!hold) throw new HoldNotFound();
    if (hold.releasedAt !== null) return hold;
    await store.reservations.release({ holdId });
    await store.holds.release(holdId, now);
    return { ...hold, releasedAt: now };
  });
}
