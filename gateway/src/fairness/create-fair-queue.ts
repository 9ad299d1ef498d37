import { createLine, type By, type Flow } from "./create-line.ts";
import { TooMuchToDo } from "./too-much-to-do.ts";
import type { Turn } from "./turn.ts";

/** Lets work begin by turns of its flows, such as organizations. */
export type FairQueue = {
  /**
   * Resolves when the work may begin, which is not before `mayBegin`. Rejects with TooMuchToDo at once, or as soon as a smaller
   * flow needs the place.
   */
  enter(by: By, mayBegin?: () => boolean): Promise<Turn>;
  /** Looks again at waiting work, when what it waits for takes more. */
  lookAgain(): void;
  /** Whether one more of this caller would be refused now. */
  isFull(by: By): boolean;
};

// The cost of a page of bookings: a flow of small operations has many turns in a round, one of large operations few.
const quantum = 200;

/**
 * Deficit round robin (Shreedhar and Varghese, 1995) over `atOnce` pieces of work, half of them for one flow. At most
 * `longest` wait; beyond that the flow with the longest line is refused. Work that takes longer than `slowAfterMs` mostly
 * waits for a service and gives its place up; at most `mostSlow` such pieces are under way. A flow has at most twice `atOnce`
 * under way, so that a flow with hanging work stops only itself. Within a flow the callers take turns.
 */
export function createFairQueue({
  atOnce,
  longest,
  slowAfterMs,
  mostSlow,
}: {
  readonly atOnce: number;
  readonly longest: number;
  readonly slowAfterMs: number;
  readonly mostSlow: number;
}): FairQueue {
  const line = createLine(quantum);
  // A flow that comes later finds places free.
  const share = Math.ceil(atOnce / 2);
  const mostUnderWay = 2 * atOnce;
  let working = 0;
  let slow = 0;

  function begin(flow: Flow): Turn {
    const charged = flow.usual;
    flow.deficit -= charged;
    flow.running += 1;
    takePlace(flow, 1);
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      slow += 1;
      takePlace(flow, -1);
      next();
    }, slowAfterMs);
    return {
      end: (cost) => {
        clearTimeout(timer);
        if (isSlow) slow -= 1;
        else takePlace(flow, -1);
        flow.running -= 1;
        flow.deficit += charged - cost;
        flow.usual = cost;
        line.forget(flow);
        next();
      },
    };
  }

  function takePlace(flow: Flow, places: 1 | -1): void {
    flow.working += places;
    working += places;
  }

  function next(): void {
    let passed = 0;
    while (working < atOnce && slow < mostSlow && passed < line.flows()) {
      const flow = line.first();
      if (!flow) return;
      const hasItsShare = flow.working >= share || flow.running >= mostUnderWay;
      const mustWait = hasItsShare || !line.mayBegin(flow);
      if (mustWait || flow.deficit <= 0) {
        if (!mustWait) line.pay(flow);
        line.pass();
        passed = mustWait ? passed + 1 : 0;
        continue;
      }
      passed = 0;
      // The turn begins first: a flow that has work under way is not forgotten.
      const turn = begin(flow);
      line.take(flow)?.begin(turn);
    }
  }

  const isFull = (by: By) => line.length() >= longest && line.isLongest(by);
  return {
    isFull,
    lookAgain: next,
    enter: (by, mayBegin = () => true) => {
      if (isFull(by)) return Promise.reject(new TooMuchToDo());
      if (line.length() >= longest) line.takeFromLongest()?.refuse(new TooMuchToDo());
      const turn = new Promise<Turn>((begin, refuse) => line.join(by, { begin, refuse, mayBegin }));
      next();
      return turn;
    },
  };
}
