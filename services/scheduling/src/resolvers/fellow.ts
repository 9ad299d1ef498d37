import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Fellow as Row } from "../bookings/domain/fellow.ts";

export const Fellow: Resolvers<Context>["Fellow"] = {
  // The whole name; the data map's mask makes a first name of it, here and at the gateway.
  firstName: async ({ attendeeId }: Row, _, { loaders }) =>
    (await loaders.attendeeDetails.load(attendeeId))?.name,
};
