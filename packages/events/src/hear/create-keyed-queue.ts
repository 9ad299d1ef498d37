/**
 * A queue of tasks: tasks with the same key run one after the other in the order in which they were added, others at
 * the same time. A task must not throw.
 */
export function createKeyedQueue(parallel: number) {
  const ends = new Map<string, Promise<void>>();
  let running = 0;
  let freed = Promise.withResolvers<void>();

  function add(key: string, task: () => Promise<void>): void {
    running += 1;
    const end = (ends.get(key) ?? Promise.resolve()).then(task).then(() => {
      running -= 1;
      if (ends.get(key) === end) ends.delete(key);
      freed.resolve();
      freed = Promise.withResolvers();
    });
    ends.set(key, end);
  }

  /** How many tasks may start now; waits until it is at least one. */
  async function room(): Promise<number> {
    while (running >= parallel) await freed.promise;
    return parallel - running;
  }

  return { add, room, finished: async () => void (await Promise.all(ends.values())) };
}
