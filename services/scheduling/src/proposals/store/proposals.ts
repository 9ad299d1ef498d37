import { toDate, toInstant } from "@tidbok/service";
import type { BookingParty } from "../../bookings/domain/booking.ts";
import type { Proposal, ProposalState } from "../domain/proposal.ts";
import type { ProposalModel } from "../../generated/prisma/models.ts";
import type { Client } from "../../store/client.ts";

/** Proposals of other times for bookings. */
export const proposals = (client: Client) => ({
  find: async (id: string): Promise<Proposal | null> => {
    const row = await client.proposal.findUnique({ where: { id } });
    return row && toProposal(row);
  },

  /** By booking, the newest one. */
  findNewest: async (bookingIds: readonly string[]): Promise<ReadonlyMap<string, Proposal>> => {
    const rows = await client.proposal.findMany({
      where: { bookingId: { in: [...bookingIds] } },
      orderBy: [{ bookingId: "asc" }, { id: "desc" }],
      distinct: ["bookingId"],
    });
    return new Map(rows.map((row) => [row.bookingId, toProposal(row)]));
  },

  insert: async (proposal: Proposal): Promise<void> => {
    const { id, organizationId, bookingId, sequence, state } = proposal;
    await client.proposal.createMany({
      data: [
        {
          id,
          organizationId,
          bookingId,
          sequence,
          state,
          startsAt: proposal.starts.map((start) => toDate(start)),
          proposedBy: proposal.by,
          proposedById: proposal.byId,
          createdAt: toDate(proposal.createdAt),
        },
      ],
    });
  },

  /** Writes the state of an answered, withdrawn or expired proposal. */
  resolve: async ({ id, organizationId, state, answeredAt }: Proposal): Promise<void> => {
    await client.proposal.updateMany({
      where: { id, organizationId },
      data: { state, answeredAt: toDate(answeredAt) },
    });
  },
});

function toProposal(row: ProposalModel): Proposal {
  const { id, organizationId, bookingId, sequence } = row;
  return {
    id,
    organizationId,
    bookingId,
    sequence,
    starts: row.startsAt.map((start) => toInstant(start)),
    // The table's checks allow no other value.
    state: row.state as ProposalState,
    by: row.proposedBy as BookingParty,
    byId: row.proposedById,
    createdAt: toInstant(row.createdAt),
    answeredAt: toInstant(row.answeredAt),
  };
}
