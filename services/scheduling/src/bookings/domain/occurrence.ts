/** A meeting that several people may have booked, each by a booking of their own. */
export type Occurrence = {
  readonly id: string;
  /** How many bookings have a seat in it, those that wait for a yes too. */
  readonly seatsTaken: number;
};

/** How much a host changes at once: one booking, or the meeting with everybody who has a seat in it. */
export const extents = ["BOOKING", "OCCURRENCE"] as const;
