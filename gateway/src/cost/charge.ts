/** What an operation costs, what is left of its budget after it, and the instant from which the budget is whole again. */
export type Charge = {
  readonly requested: number;
  readonly remaining: number;
  readonly resetAt: string;
};

/** A charge, and the budget that it was measured by. `isGranted` is false where the rest did not suffice; it was not charged. */
export type Charged = {
  readonly charge: Charge;
  readonly isGranted: boolean;
  readonly perMinute: number;
  readonly retryAfterSeconds: number;
};
