import { keepAlive, type Running, type Starting } from "./keep-alive.ts";
import { createProcessList } from "./processes.ts";

export type Part = { readonly name: string; start(starting: Starting): Promise<Running> };

export type Keeping = {
  /** Where the list of processes is kept. */
  readonly file: string;
  readonly say: (line: string) => void;
  readonly stopping: AbortSignal;
};

export type Keeper = ReturnType<typeof createKeeper>;

/** Keeps parts alive and knows their processes; stops them in the reverse of the order in which they were started. */
export function createKeeper({ file, say, stopping }: Keeping) {
  const ending = new AbortController();
  const signal = AbortSignal.any([ending.signal, stopping]);
  const list = createProcessList(file);
  const pids = new Map<string, number>();
  const groups: Promise<readonly Pick<Running, "stop">[]>[] = [];
  let tell: () => void = () => undefined;

  async function keepOne({ name, start }: Part): Promise<Pick<Running, "stop">> {
    return keepAlive({
      name,
      start,
      say,
      stopping: signal,
      onSpawn: ({ pid }) => {
        if (pid === undefined) return;
        pids.set(name, pid);
        void list.add(name, pid);
      },
      onStart: () => tell(),
    });
  }

  return {
    pids: pids as ReadonlyMap<string, number>,
    /** Called after each start of a part. */
    onChange: (listener: () => void) => (tell = listener),
    /** Starts parts that do not need each other; resolves when all of them work. */
    async keep(parts: readonly Part[]): Promise<void> {
      const began = performance.now();
      const settled = Promise.allSettled(parts.map(keepOne));
      // In the order of the calls: what was asked for last stops first, whatever was ready first.
      groups.push(settled.then((all) => all.flatMap((one) => ("value" in one ? [one.value] : []))));
      const started = await settled;
      const failed = started.find((one) => one.status === "rejected");
      if (failed) throw failed.reason;
      const names = parts.map(({ name }) => name).join(", ");
      say(`✓ ${names} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    },
    /** May be repeated, and called while parts are starting. */
    async stop(): Promise<void> {
      ending.abort();
      for (let group = groups.pop(); group; group = groups.pop()) {
        await Promise.all((await group).map((part) => part.stop()));
      }
      await list.clear();
    },
  };
}
