import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Schedule as Row } from "../domain/schedule.ts";

export const Schedule: Resolvers<Context>["Schedule"] = {
  owner: ({ ownerId }: Row) => ({ id: ownerId }),
};
