import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Hold } from "../domain/hold.ts";
import { HoldNotFound } from "../domain/hold-errors.ts";

const schema = z.strictObject({ holdId: input.id });

export async function releaseHold(context: Context, given: unknown): Promise<Hold> {
  const { holdId } = validate(schema, given);
  return context.store.transaction(async (store) => {
    const hold = await store.holds.lock(holdId);
    if (!hold) throw new HoldNotFound();
    if (hold.releasedAt !== null) return hold;
    await store.reservations.release({ holdId });
    await store.holds.release(holdId, context.now);
    return { ...hold, releasedAt: context.now };
  });
}
