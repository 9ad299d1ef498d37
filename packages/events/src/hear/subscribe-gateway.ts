import type { NatsConnection, Subscription } from "@nats-io/transport-node";
import { parseEnvelope } from "../define/envelope.ts";
import type { Nats } from "../nats/connect-nats.ts";
import { gatewaySubscriptions, type GatewaySubscription } from "../nats/gateway-subscriptions.ts";
import type { Running } from "../nats/lead.ts";
import type { Log } from "../nats/log.ts";

/** What the gateway forgets when an event arrives. */
export type GatewaySubscribing = {
  readonly nats: Nats;
  /** Forgets what is known of the account, app or agent with this id; must not throw. */
  readonly forget: (id: string) => void;
  /** Forgets everything, because events may have been missed; must not throw. */
  readonly forgetAll: () => void;
  readonly log: Log;
};

/**
 * Subscribes, without a stream, to the events after which the gateway must forget something. Delivery is at most once:
 * an event that is told while the connection is away is lost. So `forgetAll` is called at the first connection, at each
 * later one, and for a message that cannot be read.
 */
export function subscribeGateway(options: GatewaySubscribing): Running {
  const subscribed = options.nats.connection().then(
    (connection) => subscribeAll(connection, options),
    // Stopped before NATS was there: there is nothing to stop.
    () => [],
  );
  return {
    stop: async () => (await subscribed).forEach((subscription) => subscription.unsubscribe()),
  };
}

function subscribeAll(
  connection: NatsConnection,
  options: GatewaySubscribing,
): readonly Subscription[] {
  void followReconnects(connection, options);
  // Events that were told before the first connection are missed as well.
  options.forgetAll();
  return gatewaySubscriptions.map((subscription) =>
    connection.subscribe(subscription.event.type, {
      callback: (error, message) => {
        if (error) options.log.error({ err: error }, "the gateway cannot receive events");
        const id = error ? null : idIn(message.data, subscription);
        if (id === null) options.forgetAll();
        else options.forget(id);
      },
    }),
  );
}

function idIn(bytes: Uint8Array, { event, forgets }: GatewaySubscription): string | null {
  const envelope = parseEnvelope(bytes);
  return envelope?.type === event.type ? forgets(envelope.data) : null;
}

async function followReconnects(
  connection: NatsConnection,
  { forgetAll }: GatewaySubscribing,
): Promise<void> {
  for await (const status of connection.status()) {
    if (status.type === "reconnect") forgetAll();
  }
}
