import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Delivery as Row } from "../deliveries/domain/delivery.ts";

export const Delivery: Resolvers<Context>["Delivery"] = {
  recipientKind: ({ recipient }: Row) => recipient.kind,
};
