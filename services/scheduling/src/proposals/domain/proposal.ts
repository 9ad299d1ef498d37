import { DomainError, input, type Instant } from "@tidbok/domain";
import { z } from "zod";
import type { ErrorCode } from "../../error-codes.ts";
import type { Booking, BookingParty } from "../../bookings/domain/booking.ts";

/** What can come of a proposal. */
export type ProposalState = "OPEN" | "ACCEPTED" | "DECLINED" | "WITHDRAWN" | "EXPIRED";

/** Other times for a booking, which one side asks the other about. Nothing is reserved for them. */
export type Proposal = {
  readonly id: string;
  readonly organizationId: string;
  readonly bookingId: string;
  /** The booking's when they were proposed: once it is another the question is an old one. */
  readonly sequence: number;
  readonly starts: readonly Instant[];
  readonly state: ProposalState;
  readonly by: BookingParty;
  readonly byId: string;
  readonly createdAt: Instant;
  readonly answeredAt: Instant | null;
};

/** Times to propose, as they are sent. */
export const timesToPropose = z.strictObject({
  bookingId: input.id,
  startsAt: z.array(z.number()).min(1, "must have one at least").max(5, "must have 5 at most"),
});

/** A proposal, as it is named. */
export const proposalNamed = z.strictObject({ proposalId: input.id });

/** A time of a proposal, as it is sent. */
export const proposalToAccept = proposalNamed.extend({ startAt: z.number() });

export class ProposalOpen extends DomainError<ErrorCode> {
  constructor(proposalId: string) {
    const message = "Other times are proposed already; answer that proposal, or withdraw it.";
    super("PROPOSAL_OPEN", message, { proposalId });
  }
}

export class ProposalNotOpen extends DomainError<ErrorCode> {
  constructor() {
    super("PROPOSAL_NOT_OPEN", "This proposal was answered, withdrawn, or overtaken.");
  }
}

/** What is told of the proposal at this instant. Nothing has to happen for it to be overtaken. */
export function stateOfProposal(
  proposal: Proposal,
  { booking, now }: { readonly booking: Booking; readonly now: Instant },
): ProposalState {
  if (proposal.state !== "OPEN") return proposal.state;
  const isOff = booking.state === "CANCELLED" || booking.state === "DECLINED";
  const isOvertaken = isOff || booking.sequence !== proposal.sequence || booking.end <= now;
  return isOvertaken || proposal.starts.every((start) => start <= now) ? "EXPIRED" : "OPEN";
}

/** Whether it is for this side to answer. Hosts and admins are one side. */
export function isForOther(proposal: Proposal, by: BookingParty): boolean {
  return (proposal.by === "ATTENDEE") !== (by === "ATTENDEE");
}

/** Whether the same side asks for the same times. */
export function isSameProposal(
  proposal: Proposal,
  { by, starts }: { readonly by: BookingParty; readonly starts: readonly Instant[] },
): boolean {
  return !isForOther(proposal, by) && proposal.starts.join() === starts.join();
}

/** The proposal, answered or taken back. */
export function settle(
  proposal: Proposal,
  { state, now }: { readonly state: ProposalState; readonly now: Instant },
): Proposal {
  return { ...proposal, state, answeredAt: now };
}
