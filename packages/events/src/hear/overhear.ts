import type { NatsConnection, Subscription } from "@nats-io/transport-node";
import type { Nats } from "../nats/connect-nats.ts";
import { parseEnvelope, type Envelope } from "../define/envelope.ts";
import type { Running } from "../nats/lead.ts";
import type { Log } from "../nats/log.ts";
import { gatewayHears } from "../nats/nats-permissions.ts";

/** What to do with what is overheard. */
export type OverhearOptions = {
  readonly nats: Nats;
  /** Gets the events of `gatewayHears` as they are published; must not throw. */
  readonly hear: (event: Envelope) => void;
  /** Events may have been missed: forget whatever they would have changed. */
  readonly missed: () => void;
  readonly log: Log;
};

/**
 * Hears, without a stream, what the gateway must forget at once. At most once: what is told while the
 * connection is away is not told again, so `missed` is called when it is back and when bytes are no event.
 */
export function overhear(options: OverhearOptions): Running {
  const subscribed = options.nats.connection().then(
    (connection) => subscribe(connection, options),
    // Stopped before NATS was there: there is nothing to stop.
    () => [],
  );
  return {
    stop: async () => (await subscribed).forEach((subscription) => subscription.unsubscribe()),
  };
}

function subscribe(connection: NatsConnection, options: OverhearOptions): readonly Subscription[] {
  void followReconnects(connection, options);
  // What was told before the first connection was missed as well.
  options.missed();
  return gatewayHears.map(({ type }) =>
    connection.subscribe(type, {
      callback: (error, message) => {
        if (error) options.log.error({ err: error }, "events cannot be overheard");
        const event = error ? null : parseEnvelope(message.data);
        if (event) options.hear(event);
        else options.missed();
      },
    }),
  );
}

async function followReconnects(
  connection: NatsConnection,
  { missed }: OverhearOptions,
): Promise<void> {
  for await (const status of connection.status()) {
    if (status.type === "reconnect") missed();
  }
}
