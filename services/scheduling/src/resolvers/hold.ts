import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Hold as Row } from "../slots/domain/hold.ts";

export const Hold: Resolvers<Context>["Hold"] = {
  startAt: ({ start }: Row) => start,
  endAt: ({ end }: Row) => end,
};
