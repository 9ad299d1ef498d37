import type { NatsConnection } from "@nats-io/transport-node";
import type { Log } from "./log.ts";

type Watch = {
  readonly connection: NatsConnection;
  readonly log: Log;
  readonly setConnected: (isConnected: boolean) => void;
};

/** Follows a connection until it closes, and logs each change of its state once. */
export function watchConnection(watch: Watch): void {
  void follow(watch);
}

async function follow({ connection, log, setConnected }: Watch): Promise<void> {
  for await (const status of connection.status()) {
    switch (status.type) {
      case "disconnect":
        setConnected(false);
        log.warn({}, "nats is gone");
        break;
      case "reconnect":
        setConnected(true);
        log.info({}, "nats is back");
        break;
      case "error":
        // Most often a refused subject; the message names the subject and no more.
        log.error({ err: status.error }, "nats refused something");
        break;
    }
  }
  setConnected(false);
}
