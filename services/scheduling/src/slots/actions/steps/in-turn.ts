import type { Context } from "../../../context.ts";
import type { SlotToHold } from "../../../bookings/domain/booking-input.ts";
import { lookFirst } from "./look-first.ts";

/**
 * Does the work when its turn comes among those who want a slot of the same meeting type. Who had to wait
 * looks first whether there is anything left to work for.
 */
export async function inTurn<Result>(
  context: Context,
  asked: {
    readonly wish: SlotToHold;
    /** Whether the work was done before: then it only repeats an answer, and is in nobody's way. */
    readonly isDone: () => Promise<boolean>;
    readonly work: () => Promise<Result>;
  },
): Promise<Result> {
  const { wish, isDone, work } = asked;
  const turn = await context.turns(wish.meetingTypeId, async ({ hasWaited }) => {
    if (hasWaited) {
      if (await isDone()) return null;
      await lookFirst(context, wish).catch(async (error: unknown) => {
        // Another process may have done it just now, and have taken the slot by that.
        if (!(await isDone())) throw error;
      });
      // What comes after sees what the work has changed.
      context.loaders.clear();
    }
    return { result: await work() };
  });
  return turn === null ? work() : turn.result;
}
