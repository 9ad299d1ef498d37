import type { Resolvers } from "@tidbok/service";
import type { Booking as BookingRow } from "../bookings/domain/booking.ts";
import type { Context } from "../context.ts";
import type { GroupChoice, HandChoice } from "../slots/domain/hosts-of-slot.ts";
import { explainHosts, findMissingHosts, listFormerHosts } from "./actions/hosts-of-booking.ts";
import { reassignHost } from "./actions/reassign-host.ts";

export const resolvers: Resolvers<Context> = {
  Mutation: {
    reassignHost: (_, { input }, context) => reassignHost(context, input),
  },
  Booking: {
    missingHosts: (booking: BookingRow, _, context) => findMissingHosts(context, booking),
    whyHost: (booking: BookingRow, _, context) => explainHosts(context, booking),
    formerHosts: (booking: BookingRow, _, context) => listFormerHosts(context, booking),
  },
  HostChoice: {
    host: (choice: GroupChoice | HandChoice) => host(choice),
    chosenBy: (choice: GroupChoice | HandChoice) => ("byId" in choice ? { id: choice.byId } : null),
  },
  HostStanding: {
    host: (standing: GroupChoice["standings"][number]) => host(standing),
  },
};

const host = ({ hostId }: { readonly hostId: string }) => ({ id: hostId });
