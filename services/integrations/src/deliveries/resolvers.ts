import type { PageRequest, Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { findDelivery } from "./actions/find-delivery.ts";
import { listBookingDeliveries } from "./actions/list-booking-deliveries.ts";
import { listDeliveries } from "./actions/list-deliveries.ts";
import type { Delivery as DeliveryRow } from "./domain/delivery.ts";

export const resolvers: Resolvers<Context> = {
  Booking: {
    __resolveReference: ({ id }: Reference) => ({ id }),
    deliveries: ({ id }: Reference, page: PageRequest, context) =>
      listBookingDeliveries(context, { ...page, bookingId: id }),
  },
  Delivery: {
    __resolveReference: ({ id }: Reference, context) => findDelivery(context, id),
    recipientKind: ({ recipient }: DeliveryRow) => recipient.kind,
  },
  Organization: {
    __resolveReference: ({ id }: Reference) => ({ id }),
    deliveries: ({ id }: Reference, page: PageRequest & { filter?: unknown }, context) =>
      listDeliveries(context, { ...page, organizationId: id }),
  },
};

type Reference = { readonly id: string };
