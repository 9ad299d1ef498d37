import type { ClientBase } from "pg";
import type { Nats } from "../nats/connect-nats.ts";
import { lead, type Running } from "../nats/lead.ts";
import type { Log } from "../nats/log.ts";
import { publishOutbox } from "./publish-outbox.ts";
import { pause } from "../nats/pause.ts";

/** The outbox to read, and where to publish. */
export type RelayOptions = {
  /** Of the service's database, straight to the server and not through a pooler. */
  readonly connectionString: string;
  readonly nats: Nats;
  readonly log: Log;
};

const batchSize = 256;
const poll = 1_000;
const longestDelay = 5_000;

/**
 * Publishes what the outbox holds, at least once and per aggregate in order, until stopped. Several
 * may run: one works, the others stand by. Waits for NATS and Postgres as long as it takes, and loses
 * nothing when killed. Published rows stay, to be published again.
 */
export function startRelay({ connectionString, nats, log }: RelayOptions): Running {
  return lead({
    connectionString,
    task: "tidbok relay",
    log,
    work: async ({ client, signal }) => {
      const bell = createBell();
      client.on("notification", bell.ring);
      await client.query("LISTEN outbox");
      const state = { failures: 0, reported: new Set<string>() };
      while (!signal.aborted) {
        const isMore = await relayBatch({ client, nats, log, state });
        const delay = Math.min(poll * state.failures, longestDelay);
        // What rings while NATS is away can wait as well.
        if (state.failures > 0) await pause(delay, signal);
        else if (!isMore) await bell.wait(poll, signal);
      }
    },
  });
}

type Round = {
  readonly client: ClientBase;
  readonly nats: Nats;
  readonly log: Log;
  readonly state: { failures: number; readonly reported: Set<string> };
};

/** One batch; whether there may be more at once. */
async function relayBatch({ client, nats, log, state }: Round): Promise<boolean> {
  const published = await publishOutbox(client, { nats, limit: batchSize });
  if (!published) return false;
  const { ids, failures, isAway } = published;
  for (const { id, error } of failures) {
    if (isAway || state.reported.has(id)) continue;
    state.reported.add(id);
    log.error({ eventId: id, err: error }, "an event is refused and holds back its aggregate");
  }
  if (isAway) noteAway({ log, state });
  else noteBack({ log, state });
  return ids.length === batchSize;
}

function noteAway({ log, state }: Pick<Round, "log" | "state">): void {
  if (state.failures === 0) log.warn({}, "events wait in the outbox until nats is back");
  state.failures += 1;
}

function noteBack({ log, state }: Pick<Round, "log" | "state">): void {
  if (state.failures > 0) log.info({}, "events leave the outbox again");
  state.failures = 0;
}

/** Wakes a waiting caller. A ring without a waiting caller is kept for the next wait. */
export function createBell() {
  let isRung = false;
  let wake = () => {};
  return {
    ring: (): void => {
      isRung = true;
      wake();
    },
    /** Until the bell rings, the time is over or the signal is aborted. */
    wait: async (milliseconds: number, signal: AbortSignal): Promise<void> => {
      if (!isRung && !signal.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        const timer = setTimeout(resolve, milliseconds);
        // Removed afterwards: the signal outlives many waits.
        signal.addEventListener("abort", wake);
        await promise;
        signal.removeEventListener("abort", wake);
        clearTimeout(timer);
      }
      isRung = false;
    },
  };
}
