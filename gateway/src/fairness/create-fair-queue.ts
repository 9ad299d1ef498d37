import { TooMuchToDo } from "./too-much-to-do.ts";

/** A turn to work; it ends with the cost of the work. */
export type Turn = { readonly end: (cost: number) => void };

/** Lets work begin by turns of its flows, such as organizations. */
export type FairQueue = {
  /** Resolves when the work may begin. Rejects with TooMuchToDo at once, or as soon as a smaller flow needs the place. */
  enter(flow: string): Promise<Turn>;
  /** Whether one more of this flow would be refused now. */
  isFull(flow: string): boolean;
};

type Waiting = { readonly begin: (turn: Turn) => void; readonly refuse: (error: Error) => void };

type Flow = {
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

// The cost of a page of bookings: a flow of small operations has many turns in a round, one of large operations few.
const quantum = 200;

/**
 * Deficit round robin (Shreedhar and Varghese, 1995) over `atOnce` pieces of work, half of them for one flow. At most
 * `longest` wait; beyond that the flow with the longest line is refused. Work that takes longer than `slowAfterMs` mostly
 * waits for others and gives its place up, so that a service which hangs stops no other; at most `longest` such pieces are
 * under way.
 */
export function createFairQueue({
  atOnce,
  longest,
  slowAfterMs,
}: {
  readonly atOnce: number;
  readonly longest: number;
  readonly slowAfterMs: number;
}): FairQueue {
  const flows = new Map<string, Flow>();
  // Flows with waiting work, in the order of their turns.
  const round: Flow[] = [];
  // A flow that comes later finds places free.
  const share = Math.ceil(atOnce / 2);
  let waiting = 0;
  let working = 0;
  let slow = 0;

  const flowNamed = (name: string): Flow => {
    const flow = flows.get(name) ?? {
      name,
      waiting: [],
      running: 0,
      working: 0,
      deficit: quantum,
      usual: 1,
    };
    flows.set(name, flow);
    return flow;
  };
  const longestFlow = () =>
    round.reduce<Flow | null>(
      (most, flow) => (most && most.waiting.length >= flow.waiting.length ? most : flow),
      null,
    );
  const forget = (flow: Flow) => {
    if (flow.waiting.length > 0) return;
    const place = round.indexOf(flow);
    if (place !== -1) round.splice(place, 1);
    if (flow.running === 0) flows.delete(flow.name);
  };

  function begin(flow: Flow): Turn {
    const charged = flow.usual;
    flow.deficit -= charged;
    flow.running += 1;
    flow.working += 1;
    working += 1;
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      flow.working -= 1;
      working -= 1;
      slow += 1;
      next();
    }, slowAfterMs);
    return {
      end: (cost) => {
        clearTimeout(timer);
        if (isSlow) slow -= 1;
        else {
          flow.working -= 1;
          working -= 1;
        }
        flow.running -= 1;
        flow.deficit += charged - cost;
        flow.usual = cost;
        forget(flow);
        next();
      },
    };
  }

  function next(): void {
    let passed = 0;
    while (working < atOnce && slow < longest && passed < round.length) {
      const [flow] = round;
      if (!flow) return;
      const hasItsShare = flow.working >= share;
      if (hasItsShare || flow.deficit <= 0) {
        round.push(...round.splice(0, 1));
        passed = hasItsShare ? passed + 1 : 0;
        if (!hasItsShare) flow.deficit += quantum;
        continue;
      }
      passed = 0;
      const first = flow.waiting.shift();
      waiting -= 1;
      if (first) first.begin(begin(flow));
      forget(flow);
    }
  }

  function isFull(name: string): boolean {
    if (waiting < longest) return false;
    const own = flows.get(name)?.waiting.length ?? 0;
    return own + 1 >= (longestFlow()?.waiting.length ?? 0);
  }

  return {
    isFull,
    enter: (name) => {
      if (isFull(name)) return Promise.reject(new TooMuchToDo());
      if (waiting >= longest) {
        const most = longestFlow();
        most?.waiting.pop()?.refuse(new TooMuchToDo());
        waiting -= 1;
      }
      const flow = flowNamed(name);
      const turn = new Promise<Turn>((begin, refuse) => flow.waiting.push({ begin, refuse }));
      waiting += 1;
      if (flow.waiting.length === 1) round.push(flow);
      next();
      return turn;
    },
  };
}
