import { connect, nkeyAuthenticator, type NatsConnection } from "@nats-io/transport-node";
import type { Log } from "./log.ts";
import { readNatsSeed } from "./nats-key.ts";
import { inboxPrefixOf, type NatsUser } from "./nats-permissions.ts";
import { pause } from "./pause.ts";
import { watchConnection } from "./watch-connection.ts";

/** The user that connects, and the servers; several addresses are parts of one cluster. */
export type NatsOptions = {
  readonly servers: string | readonly string[];
  /** Holds the user's NKEY seed; readable by the process only. */
  readonly seedFile: string;
  readonly name: NatsUser;
  readonly log: Log;
};

/** A user's connection, wanted or there. It comes back by itself as often as it must. */
export type Nats = {
  readonly name: NatsUser;
  /** The connection, as soon as there was one for the first time. Rejects when stopped before. */
  readonly connection: () => Promise<NatsConnection>;
  /** Whether the server is there at this moment. */
  readonly isConnected: () => boolean;
  /** Sends what waits and closes. May be repeated. */
  readonly stop: () => Promise<void>;
};

const firstDelay = 100;
const longestDelay = 5_000;

/**
 * Connects in the background and for ever: it never fails for want of a server, so a service starts
 * without one. Rejects only when the seed cannot be read. The log gets a line when the state changes.
 */
export async function connectNats(options: NatsOptions): Promise<Nats> {
  const { servers, seedFile, name, log } = options;
  const seed = await readNatsSeed(seedFile);
  const stopping = new AbortController();
  let isConnected = false;
  const setConnected = (now: boolean) => (isConnected = now);

  const attempt = () =>
    connect({
      servers: typeof servers === "string" ? servers.split(",") : [...servers],
      name,
      authenticator: nkeyAuthenticator(seed),
      inboxPrefix: inboxPrefixOf(name),
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
      // A server that is being given its new users refuses us for a moment; that is no reason to give up.
      ignoreAuthErrorAbort: true,
      timeout: 5_000,
    });

  async function connectAtLast(): Promise<NatsConnection> {
    for (let delay = firstDelay; ; delay = Math.min(delay * 2, longestDelay)) {
      try {
        const connection = await attempt();
        if (stopping.signal.aborted) await connection.close();
        stopping.signal.throwIfAborted();
        setConnected(true);
        log.info({}, "nats is there");
        watchConnection({ connection, log, setConnected });
        return connection;
      } catch (error) {
        stopping.signal.throwIfAborted();
        if (delay === firstDelay) log.warn({ err: error }, "nats is not there yet");
        await pause(delay, stopping.signal);
        stopping.signal.throwIfAborted();
      }
    }
  }

  const connection = connectAtLast();
  // A caller that awaits it gets the error; without such a caller the process must not end.
  connection.catch(() => undefined);

  return {
    name,
    connection: () => connection,
    isConnected: () => isConnected,
    stop: async () => {
      stopping.abort(new Error("Stopped before NATS was there."));
      const open = await connection.catch(() => null);
      if (!open || open.isClosed()) return;
      // Draining waits for the server's answer; without a server no answer comes.
      await (isConnected && !open.isDraining() ? open.drain() : open.close());
    },
  };
}
