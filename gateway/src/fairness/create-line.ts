import { LRUCache } from "lru-cache";
import type { Turn } from "./turn.ts";

/** Work that waits. */
export type Waiting = {
  readonly begin: (turn: Turn) => void;
  readonly refuse: (error: Error) => void;
};

/** Work of one kind of caller, such as an organization. */
export type Flow = {
  readonly name: string;
  readonly waiting: Waiting[];
  /** Its work under way, and what of it has a place. */
  running: number;
  working: number;
  /** What the flow may still cost in this round; a debt when it is negative. */
  deficit: number;
  /** The cost of its last work, by which the next is charged until its own is known. */
  usual: number;
};

/** All work that waits, by its flow; flows without work are forgotten, unless they are in debt. */
export type Line = {
  readonly length: () => number;
  /** The number of flows with waiting work. */
  readonly flows: () => number;
  /** The flow whose turn it is. */
  readonly first: () => Flow | undefined;
  /** Lets a flow cost one quantum more. */
  readonly pay: (flow: Flow) => void;
  /** Leaves the turn to the next flow. */
  readonly pass: () => void;
  readonly join: (name: string, waiting: Waiting) => void;
  /** The next work of a flow. */
  readonly take: (flow: Flow) => Waiting | undefined;
  /** The newest work of the flow with the most waiting work. */
  readonly takeFromLongest: () => Waiting | undefined;
  /** Whether no flow has more waiting work than this one would have with one more. */
  readonly isLongest: (name: string) => boolean;
  readonly forget: (flow: Flow) => void;
};

/** An empty line, in which a new flow may cost as much as told in its first round. */
export function createLine(quantum: number): Line {
  const flows = new Map<string, Flow>();
  // Flows with waiting work, in the order of their turns.
  const round: Flow[] = [];
  // Flows in debt without work, which would otherwise lose their debt by a pause, and the round in which each one left.
  const debtors = new LRUCache<string, { readonly flow: Flow; readonly left: number }>({
    max: 10_000,
    ttl: 60_000,
  });
  let rounds = 0;
  let length = 0;

  const comes = (name: string): Flow => {
    const debtor = debtors.get(name);
    debtors.delete(name);
    if (!debtor) return newFlow(name, quantum);
    const { flow, left } = debtor;
    const deficit = flow.deficit + quantum * Math.floor(rounds - left);
    return { ...flow, deficit: Math.min(deficit, quantum) };
  };
  const longest = () =>
    round.reduce<Flow | undefined>(
      (most, flow) => (most && most.waiting.length >= flow.waiting.length ? most : flow),
      undefined,
    );
  const forget = (flow: Flow) => {
    if (flow.waiting.length > 0) return;
    const place = round.indexOf(flow);
    if (place !== -1) round.splice(place, 1);
    if (flow.running > 0) return;
    flows.delete(flow.name);
    if (flow.deficit < 0) debtors.set(flow.name, { flow, left: rounds });
  };
  const taken = (flow: Flow | undefined, work: Waiting | undefined) => {
    if (work) length -= 1;
    if (flow) forget(flow);
    return work;
  };
  return {
    length: () => length,
    flows: () => round.length,
    first: () => round[0],
    pay: (flow) => {
      flow.deficit += quantum;
      // A round is over when each waiting flow was paid once.
      rounds += 1 / round.length;
    },
    pass: () => void round.push(...round.splice(0, 1)),
    join: (name, waiting) => {
      const flow = flows.get(name) ?? comes(name);
      flows.set(name, flow);
      flow.waiting.push(waiting);
      length += 1;
      if (flow.waiting.length === 1) round.push(flow);
    },
    take: (flow) => taken(flow, flow.waiting.shift()),
    takeFromLongest: () => {
      const flow = longest();
      return taken(flow, flow?.waiting.pop());
    },
    isLongest: (name) =>
      (flows.get(name)?.waiting.length ?? 0) + 1 >= (longest()?.waiting.length ?? 0),
    forget,
  };
}

function newFlow(name: string, quantum: number): Flow {
  return { name, waiting: [], running: 0, working: 0, deficit: quantum, usual: 1 };
}
