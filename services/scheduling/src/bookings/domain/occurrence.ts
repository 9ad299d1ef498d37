/** A meeting, which may have several bookings, one for each seat that is taken. */
export type Occurrence = {
  readonly id: string;
  /** How many bookings have a seat in it, pending ones included. */
  readonly seatsTaken: number;
};
