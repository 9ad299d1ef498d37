import { jetstream, type JetStreamClient } from "@nats-io/jetstream";
import { errors as natsErrors, type NatsConnection } from "@nats-io/transport-node";
import type { Envelope } from "../define/envelope.ts";

/** Which events the stream has acknowledged, and what stopped the others. */
export type Published = {
  readonly ids: readonly string[];
  readonly failures: readonly { readonly id: string; readonly error: unknown }[];
  /** The server or its stream is away: nothing else was tried. */
  readonly isAway: boolean;
};

const parallel = 32;

/**
 * Publishes events: those of one aggregate one after the other in the order given, several aggregates
 * at a time. An event that is refused holds back the later ones of its aggregate alone.
 */
export async function publishAll(
  connection: NatsConnection,
  events: readonly Envelope[],
): Promise<Published> {
  const stream = jetstream(connection, { timeout: 5_000 });
  const queues = [...Map.groupBy(events, (event) => event.aggregateId).values()];
  const ids: string[] = [];
  const failures: { id: string; error: unknown }[] = [];
  let isAway = false;

  async function publishQueue(queue: readonly Envelope[]): Promise<void> {
    for (const event of queue) {
      try {
        await publish(stream, event);
        ids.push(event.id);
      } catch (error) {
        failures.push({ id: event.id, error });
        isAway ||= isConnectionFailure(error);
        return;
      }
    }
  }

  async function workOff(): Promise<void> {
    while (!isAway) {
      const queue = queues.shift();
      if (!queue) return;
      await publishQueue(queue);
    }
  }

  await Promise.all(Array.from({ length: parallel }, workOff));
  return { ids, failures, isAway };
}

async function publish(stream: JetStreamClient, event: Envelope): Promise<void> {
  // The id makes a repetition within the stream's ten minutes a duplicate that it drops.
  await stream.publish(event.type, JSON.stringify(event), { msgID: event.id });
}

// NATS, or the part of it that was asked, is away: waiting may help, another message will not.
function isConnectionFailure(error: unknown): boolean {
  return (
    error instanceof natsErrors.TimeoutError ||
    error instanceof natsErrors.RequestError ||
    error instanceof natsErrors.NoRespondersError ||
    error instanceof natsErrors.ConnectionError ||
    error instanceof natsErrors.ClosedConnectionError ||
    error instanceof natsErrors.DrainingConnectionError
  );
}
