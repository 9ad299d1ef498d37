import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { ShownSlot } from "../slots/domain/slot-days.ts";

export const Slot: Resolvers<Context>["Slot"] = {
  startAt: ({ start }: ShownSlot) => start,
  endAt: ({ end }: ShownSlot) => end,
};
