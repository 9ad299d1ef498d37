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
  /** Its waiting work by caller, in the order of the callers' turns. */
  readonly callers: Map<string, Waiting[]>;
  waiting: number;
  /** Its work under way, and what of it has a place. */
  running: number;
  working: number;
  /** What the flow may still cost in this round; a debt when it is negative. */
  deficit: number;
  /** The cost of its last work, by which the next is charged until its own is known. */
  usual: number;
};

/** The flow of work, and the caller within it. */
export type By = { readonly flow: string; readonly caller: string };

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
  readonly join: (by: By, waiting: Waiting) => void;
  /** The next work of a flow. */
  readonly take: (flow: Flow) => Waiting | undefined;
  /** The newest work of the caller with the most waiting work, of the flow with the most. */
  readonly takeFromLongest: () => Waiting | undefined;
  /** Whether no flow, and no caller of it, has more waiting work than this one would have with one more. */
  readonly isLongest: (by: By) => boolean;
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
      (most, flow) => (most && most.waiting >= flow.waiting ? most : flow),
      undefined,
    );
  const forget = (flow: Flow) => {
    if (flow.waiting > 0) return;
    const place = round.indexOf(flow);
    if (place !== -1) round.splice(place, 1);
    if (flow.running > 0) return;
    flows.delete(flow.name);
    if (flow.deficit < 0) debtors.set(flow.name, { flow, left: rounds });
  };
  const taken = (
    flow: Flow,
    { caller, end }: { readonly caller: string; readonly end: "shift" | "pop" },
  ) => {
    const works = flow.callers.get(caller) ?? [];
    const work = works[end]();
    if (end === "shift" || works.length === 0) flow.callers.delete(caller);
    // The caller that had its turn is the last of the next round.
    if (works.length > 0) flow.callers.set(caller, works);
    if (work) {
      flow.waiting -= 1;
      length -= 1;
    }
    forget(flow);
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
    join: ({ flow: name, caller }, waiting) => {
      const flow = flows.get(name) ?? comes(name);
      flows.set(name, flow);
      flow.callers.set(caller, [...(flow.callers.get(caller) ?? []), waiting]);
      flow.waiting += 1;
      length += 1;
      if (flow.waiting === 1) round.push(flow);
    },
    take: (flow) => {
      const [caller] = flow.callers.keys();
      return caller === undefined ? undefined : taken(flow, { caller, end: "shift" });
    },
    takeFromLongest: () => {
      const flow = longest();
      const caller = flow && busiest(flow)?.[0];
      return flow && caller !== undefined ? taken(flow, { caller, end: "pop" }) : undefined;
    },
    isLongest: ({ flow: name, caller }) => {
      const flow = flows.get(name);
      if ((flow?.waiting ?? 0) + 1 < (longest()?.waiting ?? 0)) return false;
      if (!flow) return true;
      return (flow.callers.get(caller)?.length ?? 0) + 1 >= (busiest(flow)?.[1].length ?? 0);
    },
    forget,
  };
}

function newFlow(name: string, quantum: number): Flow {
  return {
    name,
    callers: new Map(),
    waiting: 0,
    running: 0,
    working: 0,
    deficit: quantum,
    usual: 1,
  };
}

function busiest({ callers }: Flow): readonly [string, readonly Waiting[]] | undefined {
  return [...callers].toSorted(([, a], [, b]) => b.length - a.length)[0];
}
