import { TooBusy } from "./too-busy.ts";

/**
 * Does the work when its turn comes: among those with the same key, first come, first served. `atOnce` is for a line
 * that is wider than the others.
 */
export type Turns = <Result>(
  key: string,
  work: (turn: { readonly hasWaited: boolean }) => Promise<Result>,
  line?: { readonly atOnce: number },
) => Promise<Result>;

type Line = { running: number; readonly waiting: (() => void)[] };

/**
 * The house's semaphore: a line for each key, in this process. `atOnce` callers (one by default) are at work, and the
 * others wait here, where they cost nothing, rather than in a database with a connection each. Rejects with TooBusy
 * where `waitingAtMost` callers wait already (no limit by default), and for a caller that has waited too long.
 */
export function createTurns({
  atOnce = 1,
  waitingAtMost = Number.POSITIVE_INFINITY,
  longestWaitMilliseconds = 15_000,
}: {
  readonly atOnce?: number;
  readonly waitingAtMost?: number;
  readonly longestWaitMilliseconds?: number;
} = {}): Turns {
  const lines = new Map<string, Line>();

  async function enter(line: Line, width: number): Promise<boolean> {
    if (line.running < width) {
      line.running += 1;
      return false;
    }
    if (line.waiting.length >= waitingAtMost) throw new TooBusy();
    await new Promise<void>((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        line.waiting.splice(line.waiting.indexOf(begin), 1);
        reject(new TooBusy());
      }, longestWaitMilliseconds);
      line.waiting.push(begin);
    });
    return true;
  }

  function leave(key: string, line: Line): void {
    // The next caller in line takes the turn over, so that a caller that comes now cannot get in between.
    const next = line.waiting.shift();
    if (next) return next();
    line.running -= 1;
    if (line.running === 0) lines.delete(key);
  }

  return async (key, work, { atOnce: width } = { atOnce }) => {
    const line = lines.get(key) ?? { running: 0, waiting: [] };
    lines.set(key, line);
    const hasWaited = await enter(line, width);
    try {
      return await work({ hasWaited });
    } finally {
      leave(key, line);
    }
  };
}
