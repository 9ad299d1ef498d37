import type { Resolvers } from "@tidbok/service";
import type { Booking as BookingRow } from "../bookings/domain/booking.ts";
import type { Context } from "../context.ts";
import { acceptProposal } from "./actions/accept-proposal.ts";
import { declineProposal } from "./actions/decline-proposal.ts";
import { findProposalById } from "./actions/find-proposal-by-id.ts";
import { findProposal } from "./actions/find-proposal.ts";
import { proposeTimes } from "./actions/propose-times.ts";
import { withdrawProposal } from "./actions/withdraw-proposal.ts";
import type { Proposal as ProposalRow } from "./domain/proposal.ts";

export const resolvers: Resolvers<Context> = {
  Mutation: {
    proposeTimes: (_, { input }, context) => proposeTimes(context, input),
    acceptProposal: (_, { input }, context) => acceptProposal(context, input),
    declineProposal: (_, { input }, context) => declineProposal(context, input),
    withdrawProposal: (_, { input }, context) => withdrawProposal(context, input),
  },
  Booking: {
    proposal: (booking: BookingRow, _, context) => findProposal(context, booking),
  },
  Proposal: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findProposalById(context, id),
    startsAt: ({ starts }: ProposalRow) => starts,
  },
};
