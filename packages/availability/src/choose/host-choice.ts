import type { Instant } from "@tidbok/domain";

/** A host of a round-robin group and what they have had so far. */
export type RoundRobinHost = {
  readonly id: string;
  /** Higher goes first; the others get only what these cannot take. Left out: 0. */
  readonly priority?: number | undefined;
  /** The share: 2 gets twice as many as 1; 0 gets no meetings. Left out: 1. */
  readonly weight?: number | undefined;
  /** When the host joined the group. Left out: has always been there. */
  readonly joinedAt?: Instant | undefined;
  /** When each booking was assigned to the host, over the span in which fairness is sought (say, this month). Any order. */
  readonly bookedAt: readonly Instant[];
};

/** Where a host stood when the choice was made. */
export type Standing = {
  readonly hostId: string;
  readonly isFree: boolean;
  readonly priority: number;
  readonly weight: number;
  readonly bookings: number;
  /** Bookings ÷ weight, with what a newcomer begins with. */
  readonly load: number;
  readonly lastBookedAt: Instant | null;
};

/** The host that takes the meeting and everything that led to the choice; ids and numbers only, so it may be stored. */
export type HostChoice = {
  readonly hostId: string;
  readonly reason:
    "ONLY_ONE_FREE" | "HIGHEST_PRIORITY" | "LEAST_LOAD" | "LONGEST_WAIT" | "FIRST_BY_ID";
  /** One English sentence for a log or a host's page. */
  readonly explanation: string;
  /** All hosts in the order in which they would be taken; hosts that are busy come last. */
  readonly standings: readonly Standing[];
};
