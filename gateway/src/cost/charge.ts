/** What an operation costs, what is left of its budget after it, and the instant from which the budget is whole again. */
export type Charge = {
  readonly requested: number;
  readonly remaining: number;
  readonly resetAt: string;
};
