import type { NatsConnection } from "@nats-io/transport-node";
import type { Log } from "./log.ts";

type Watch = {
  readonly connection: NatsConnection;
  readonly name: string;
  readonly log: Log;
  readonly setConnected: (isConnected: boolean) => void;
};

/** Follows a connection until it closes, and logs each change of its state once. */
export function watchConnection(watch: Watch): void {
  void follow(watch);
}

async function follow({ connection, name, log, setConnected }: Watch): Promise<void> {
  for await (const status of connection.status()) {
    switch (status.type) {
      case "disconnect":
        setConnected(false);
        log.warn({ user: name }, "nats is gone");
        break;
      case "reconnect":
        setConnected(true);
        log.info({ user: name }, "nats is back");
        break;
      case "error":
        // Most often a refused subject; the message names the subject and no more.
        log.error({ user: name, err: status.error }, "nats refused something");
        break;
    }
  }
  setConnected(false);
}
