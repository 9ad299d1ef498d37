import type { Instant } from "@tidbok/domain";

/** What a host's load is made of. */
export type Turn = {
  readonly weight: number;
  /** Null: has always been there. */
  readonly joinedAt: Instant | null;
  readonly bookedAt: readonly Instant[];
};

/**
 * Each host's load: bookings ÷ weight, on top of the load that the host began with. The first
 * hosts began with 0; a host that joined later began with the average load, by weight, of the hosts
 * present at that moment.
 */
export function roundRobinLoads(turns: readonly Turn[]): readonly number[] {
  const beganWith = turns.map(() => 0);
  const joined = (turn: Turn) => turn.joinedAt ?? Number.NEGATIVE_INFINITY;
  const loadBefore = (i: number, instant: Instant) => {
    const turn = turns[i] as Turn;
    if (turn.weight <= 0) return 0;
    const had = turn.bookedAt.filter((at) => at < instant).length;
    return (beganWith[i] ?? 0) + had / turn.weight;
  };
  // In the order of joining, so that a newcomer's newcomer finds the load of the first one settled.
  const inOrder = turns
    .map((_, i) => i)
    .sort((a, b) => compare(joined(turns[a] as Turn), joined(turns[b] as Turn)));
  for (const newcomer of inOrder) {
    const at = joined(turns[newcomer] as Turn);
    const present = inOrder.filter((i) => joined(turns[i] as Turn) < at);
    const weight = sum(present.map((i) => turns[i]?.weight ?? 0));
    if (weight <= 0) continue;
    const loads = present.map((i) => loadBefore(i, at) * (turns[i]?.weight ?? 0));
    beganWith[newcomer] = sum(loads) / weight;
  }
  return turns.map((_, i) => loadBefore(i, Number.POSITIVE_INFINITY));
}

function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
