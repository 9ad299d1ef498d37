import { TooBusy } from "./too-busy.ts";

/** Does the work when its turn comes: among those with the same key, first come, first served. */
export type Turns = <Result>(
  key: string,
  work: (turn: { readonly hasWaited: boolean }) => Promise<Result>,
) => Promise<Result>;

type Line = { running: number; readonly waiting: (() => void)[] };

/**
 * A line for each key, in this process: so many (one unless told) are at work, and the others wait here,
 * where they cost nothing, rather than in a database with a connection each. Who has waited too long is
 * refused with TooBusy.
 */
export function createTurns({
  atOnce = 1,
  longestWaitMilliseconds = 15_000,
}: {
  readonly atOnce?: number;
  readonly longestWaitMilliseconds?: number;
} = {}): Turns {
  const lines = new Map<string, Line>();

  async function enter(line: Line): Promise<boolean> {
    if (line.running < atOnce) {
      line.running += 1;
      return false;
    }
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
    // Whoever is next takes the place over, so that nobody who comes now gets in between.
    const next = line.waiting.shift();
    if (next) return next();
    line.running -= 1;
    if (line.running === 0) lines.delete(key);
  }

  return async (key, work) => {
    const line = lines.get(key) ?? { running: 0, waiting: [] };
    lines.set(key, line);
    const hasWaited = await enter(line);
    try {
      return await work({ hasWaited });
    } finally {
      leave(key, line);
    }
  };
}
