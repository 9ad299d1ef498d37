import type { PageRequest, Resolvers } from "@tidbok/service";
import { listBookingDeliveries } from "../deliveries/actions/list-booking-deliveries.ts";
import type { Context } from "../context.ts";

type Reference = { readonly id: string };

export const Booking: Resolvers<Context>["Booking"] = {
  __resolveReference: ({ id }: Reference) => ({ id }),
  deliveries: ({ id }: Reference, page: PageRequest, context) =>
    listBookingDeliveries(context, { ...page, bookingId: id }),
};
