import { DomainError, type Instant } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** The most slots that one request may list, however many windows it asks for. */
export const mostSlots = 5_000;

/** How many slots a request may still list. */
export type SlotBudget = {
  /** Takes as many slots as there are; throws TooManySlots at the first that does not fit, and takes nothing then. */
  take<Slot extends { readonly start: Instant }>(slots: Iterable<Slot>): readonly Slot[];
};

/** The request lists too many slots; those before `untilAt` would have fitted. */
export class TooManySlots extends DomainError<ErrorCode> {
  constructor(untilAt: Instant) {
    super(
      "TOO_MANY_SLOTS",
      `The request lists more than ${mostSlots.toLocaleString("en")} slots. ` +
        "Ask for the dates before `untilAt`, then for the next ones.",
      { maximum: mostSlots, untilAt: new Date(untilAt).toISOString() },
    );
  }
}

/** The whole budget of a request. */
export function createSlotBudget(): SlotBudget {
  let left = mostSlots;
  return {
    take: (slots) => {
      const taken = [];
      for (const slot of slots) {
        if (taken.length === left) throw new TooManySlots(slot.start);
        taken.push(slot);
      }
      left -= taken.length;
      return taken;
    },
  };
}
