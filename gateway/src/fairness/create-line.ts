import { LRUCache } from "lru-cache";
import type { Turn } from "./turn.ts";

/** Work that waits. */
export type Waiting = {
  readonly begin: (turn: Turn) => void;
  readonly refuse: (error: Error) => void;
  /** False while what the work waits for takes no more. */
  readonly mayBegin: () => boolean;
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
  /** Whether a flow has work that may begin. */
  readonly mayBegin: (flow: Flow) => boolean;
  /** The next work of a flow that may begin. */
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
  const longest = () => longestOf(round);
  const forget = (flow: Flow) => {
    if (flow.waiting > 0) return;
    const place = round.indexOf(flow);
    if (place !== -1) round.splice(place, 1);
    if (flow.running > 0) return;
    flows.delete(flow.name);
    if (flow.deficit < 0) debtors.set(flow.name, { flow, left: rounds });
  };
  const taken = (flow: Flow, { caller, index }: Place) => {
    const works = flow.callers.get(caller) ?? [];
    const [work] = works.splice(index, 1);
    if (works.length === 0) flow.callers.delete(caller);
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
    mayBegin: (flow) => nextOf(flow) !== undefined,
    take: (flow) => {
      const place = nextOf(flow);
      if (!place) return undefined;
      const works = flow.callers.get(place.caller) ?? [];
      // The caller that has its turn is the last of the next round.
      flow.callers.delete(place.caller);
      flow.callers.set(place.caller, works);
      return taken(flow, place);
    },
    takeFromLongest: () => {
      const flow = longest();
      const [caller, works = []] = (flow && busiest(flow)) ?? [];
      if (!flow || caller === undefined) return undefined;
      return taken(flow, { caller, index: works.length - 1 });
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

function longestOf(flows: readonly Flow[]): Flow | undefined {
  return flows.reduce<Flow | undefined>(
    (most, flow) => (most && most.waiting >= flow.waiting ? most : flow),
    undefined,
  );
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

/** A piece of waiting work, by its caller and its place in that caller's line. */
type Place = { readonly caller: string; readonly index: number };

function nextOf({ callers }: Flow): Place | undefined {
  for (const [caller, works] of callers) {
    const index = works.findIndex(({ mayBegin }) => mayBegin());
    if (index !== -1) return { caller, index };
  }
  return undefined;
}

function busiest({ callers }: Flow): readonly [string, readonly Waiting[]] | undefined {
  return [...callers].toSorted(([, a], [, b]) => b.length - a.length)[0];
}
