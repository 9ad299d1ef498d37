import { DomainError, input, type Instant } from "@tidbok/domain";
import { z } from "zod";
import type { ErrorCode } from "../../error-codes.ts";
import type { Booking, BookingParty } from "../../bookings/domain/booking.ts";

/** The states of a proposal. */
export type ProposalState = "OPEN" | "ACCEPTED" | "DECLINED" | "WITHDRAWN" | "EXPIRED";

/** Other times for a booking, about which one side asks the other. They are not reserved. */
export type Proposal = {
  readonly id: string;
  readonly organizationId: string;
  readonly bookingId: string;
  /** The booking's sequence when the times were proposed; a change of the booking overtakes the proposal. */
  readonly sequence: number;
  readonly starts: readonly Instant[];
  readonly state: ProposalState;
  readonly by: BookingParty;
  readonly byId: string;
  readonly createdAt: Instant;
  readonly answeredAt: Instant | null;
};

/** The input of proposeTimes. */
export const proposeTimesInput = z.strictObject({
  bookingId: input.id,
  startsAt: z.array(input.instant).min(1, "must have one at least").max(5, "must have 5 at most"),
});

/** The input of declineProposal and withdrawProposal. */
export const proposalIdInput = z.strictObject({ proposalId: input.id });

/** The input of acceptProposal. */
export const acceptProposalInput = proposalIdInput.extend({ startAt: input.instant });

export class ProposalOpen extends DomainError<ErrorCode> {
  constructor(proposalId: string) {
    const message = "This booking has an open proposal; answer it or withdraw it first.";
    super("PROPOSAL_OPEN", message, { proposalId });
  }
}

export class ProposalNotOpen extends DomainError<ErrorCode> {
  constructor() {
    super("PROPOSAL_NOT_OPEN", "This proposal was answered, withdrawn or overtaken.");
  }
}

/** The state of the proposal at this instant. It expires by time alone, without a write. */
export function stateOfProposal(
  proposal: Proposal,
  { booking, now }: { readonly booking: Booking; readonly now: Instant },
): ProposalState {
  if (proposal.state !== "OPEN") return proposal.state;
  const isOff = booking.state === "CANCELLED" || booking.state === "DECLINED";
  const isOvertaken = isOff || booking.sequence !== proposal.sequence || booking.end <= now;
  return isOvertaken || proposal.starts.every((start) => start <= now) ? "EXPIRED" : "OPEN";
}

/** Whether this side answers the proposal. Hosts and admins are one side. */
export function isForOther(proposal: Proposal, by: BookingParty): boolean {
  return (proposal.by === "ATTENDEE") !== (by === "ATTENDEE");
}

/** Whether the same side has proposed the same times. */
export function isSameProposal(
  proposal: Proposal,
  { by, starts }: { readonly by: BookingParty; readonly starts: readonly Instant[] },
): boolean {
  return !isForOther(proposal, by) && proposal.starts.join() === starts.join();
}

/** The proposal, answered, withdrawn or expired. */
export function resolve(
  proposal: Proposal,
  { state, now }: { readonly state: ProposalState; readonly now: Instant },
): Proposal {
  return { ...proposal, state, answeredAt: now };
}
