import { roundRobinLoads, type Turn } from "./round-robin-load.ts";
import type { HostChoice, RoundRobinHost, Standing } from "./host-choice.ts";

/**
 * Which of the free hosts takes the meeting, and why. Of the free hosts:
 *
 * 1. those with the highest priority;
 * 2. of these, the one with the least load: bookings so far ÷ weight, where a host that joined later
 *    begins with the average load of the earlier hosts, and so takes a fair share;
 * 3. of equals, the one with the oldest last booking; a host without a booking comes first;
 * 4. of equals still, the first by id, so that the answer is the same everywhere.
 *
 * Give every host of the group, free or not: the average needs them. Returns null when no host is
 * free. Pure: the same arguments give the same choice, and asking changes nothing.
 */
export function chooseHost(
  hosts: readonly RoundRobinHost[],
  freeHostIds: readonly string[],
): HostChoice | null {
  const standings = standingsOf(hosts, new Set(freeHostIds));
  const [best, next] = standings.filter((standing) => standing.isFree);
  if (best === undefined) return null;
  const reason = reasonFor(best, next);
  return { hostId: best.hostId, reason, explanation: explain({ best, next, reason }), standings };
}

/** All hosts in the order in which they would be taken; hosts that are busy come last. */
function standingsOf(
  hosts: readonly RoundRobinHost[],
  free: ReadonlySet<string>,
): readonly Standing[] {
  const loads = roundRobinLoads(hosts.map(turnOf));
  return hosts
    .map((host, i) => ({
      hostId: host.id,
      isFree: free.has(host.id) && turnOf(host).weight > 0,
      priority: host.priority ?? 0,
      weight: turnOf(host).weight,
      bookings: host.bookedAt.length,
      load: loads[i] ?? 0,
      lastBookedAt: host.bookedAt.reduce(
        (last: number | null, at) => Math.max(last ?? at, at),
        null,
      ),
    }))
    .sort(byTurn);
}

function turnOf(host: RoundRobinHost): Turn {
  return { weight: host.weight ?? 1, joinedAt: host.joinedAt ?? null, bookedAt: host.bookedAt };
}

function byTurn(a: Standing, b: Standing): number {
  return (
    Number(b.isFree) - Number(a.isFree) ||
    b.priority - a.priority ||
    compareLoad(a, b) ||
    (a.lastBookedAt ?? -1) - (b.lastBookedAt ?? -1) ||
    (a.hostId < b.hostId ? -1 : 1)
  );
}

// Loads are quotients: two that are equal in exact arithmetic may differ in the last binary digit.
function compareLoad(a: Standing, b: Standing): number {
  const difference = a.load - b.load;
  return Math.abs(difference) < 1e-9 ? 0 : difference;
}

function reasonFor(best: Standing, next: Standing | undefined): HostChoice["reason"] {
  if (next === undefined) return "ONLY_ONE_FREE";
  if (best.priority > next.priority) return "HIGHEST_PRIORITY";
  if (compareLoad(best, next) !== 0) return "LEAST_LOAD";
  if (best.lastBookedAt !== next.lastBookedAt) return "LONGEST_WAIT";
  return "FIRST_BY_ID";
}

function explain({ best, next, reason }: Verdict): string {
  const load = (standing: Standing | undefined) => standing?.load.toFixed(2);
  const facts: Record<HostChoice["reason"], string> = {
    ONLY_ONE_FREE: "no other host was free",
    HIGHEST_PRIORITY: `priority ${best.priority} is above ${next?.priority}`,
    LEAST_LOAD: `a load of ${load(best)} is below ${load(next)}`,
    LONGEST_WAIT: "the load is the same and the last booking lies further back",
    FIRST_BY_ID: "all else is equal and the id comes first",
  };
  return `${best.hostId} takes the meeting: ${facts[reason]}.`;
}

type Verdict = {
  readonly best: Standing;
  readonly next: Standing | undefined;
  readonly reason: HostChoice["reason"];
};
