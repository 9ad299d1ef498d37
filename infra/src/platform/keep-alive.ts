import { setTimeout as sleep } from "node:timers/promises";
import type { ChildProcess } from "node:child_process";

export type Starting = {
  /** Ends the attempt. */
  readonly stopping: AbortSignal;
  /** To be told as soon as there is a process, working or not. */
  readonly onSpawn: (child: ChildProcess) => void;
};

export type Running = { readonly process: ChildProcess; stop(): Promise<void> };

export type KeptAlive<R extends Running> = {
  readonly name: string;
  /** Starts the process and resolves when it works; gives up when it is told to stop. */
  start(starting: Starting): Promise<R>;
  onSpawn(child: ChildProcess): void;
  /** Told after each start. */
  onStart(): void;
  say(line: string): void;
  /** Ends the keeping: what dies from then on stays dead. */
  readonly stopping: AbortSignal;
};

/** Starts a process now and again whenever it dies, later each time it dies young. Throws when the first start fails. */
export async function keepAlive<R extends Running>(
  kept: KeptAlive<R>,
): Promise<Pick<Running, "stop">> {
  const { stopping } = kept;
  const starting = { stopping, onSpawn: kept.onSpawn };
  let running = await kept.start(starting);
  kept.onStart();

  const watching = (async () => {
    for (let deaths = 0; ;) {
      const began = performance.now();
      await ended(running.process);
      if (stopping.aborted) return;
      deaths = performance.now() - began > 30_000 ? 0 : deaths + 1;
      const pause = Math.min(200 * 2 ** deaths, 10_000);
      kept.say(`${kept.name} died (${reason(running.process)}); starting it again in ${pause} ms`);
      running = await again(pause);
    }
  })().catch((error: unknown) => {
    if (!stopping.aborted) throw error;
  });

  async function again(pause: number): Promise<R> {
    for (let wait = pause; ; wait = Math.min(wait * 2, 10_000)) {
      await sleep(wait, undefined, { signal: stopping });
      try {
        const started = await kept.start(starting);
        kept.onStart();
        kept.say(`${kept.name} is back`);
        return started;
      } catch (error) {
        kept.say(`${kept.name}: ${(error as Error).message}`);
      }
    }
  }

  return {
    stop: async () => {
      await running.stop();
      await watching;
      // A start that was under way when we were told to stop.
      await running.stop();
    },
  };
}

function ended(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", resolve));
}

function reason(child: ChildProcess): string {
  return child.signalCode ?? `exit code ${child.exitCode}`;
}
