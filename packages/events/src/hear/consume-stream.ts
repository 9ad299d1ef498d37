import { jetstream, type Consumer, type ConsumerMessages, type JsMsg } from "@nats-io/jetstream";
import type { ServiceName } from "@tidbok/domain";
import { parseEnvelope } from "../define/envelope.ts";
import type { Nats } from "../nats/connect-nats.ts";
import type { Log } from "../nats/log.ts";
import { apiPrefix } from "../nats/nats-permissions.ts";
import { pause } from "../nats/pause.ts";
import { streamOf } from "../nats/topology.ts";
import { deadLetterMessage, handleMessage, type EventConsumer } from "./handle-message.ts";
import type { InTransaction } from "./inbox.ts";
import type { Reaction } from "./reaction.ts";
import { retryDelay } from "./redelivery.ts";

/** A service that consumes another's stream, its reactions, and the store that remembers the events it handled. */
export type StreamConsumption<Context> = {
  readonly nats: Nats;
  readonly service: ServiceName;
  /** The service that tells the events of the stream. */
  readonly from: ServiceName;
  readonly reactions: readonly Reaction<Context>[];
  readonly inTransaction: InTransaction<Context>;
  /** How long to wait after so many failed attempts; by default from a second to ten minutes. */
  readonly retryDelay?: (attempts: number) => number;
  /** Whether the error comes of an outage of a database or a service; such an attempt does not count. */
  readonly isOutage: (error: unknown) => Promise<boolean>;
  readonly log: Log;
  readonly signal: AbortSignal;
};

const parallel = 4;
const pullMilliseconds = 10_000;
const longestDelay = 10_000;

/** Handles the messages of one stream until the signal is aborted, then finishes those in progress. Never throws. */
export async function consumeStream<Context>(options: StreamConsumption<Context>): Promise<void> {
  const { nats, service, from, signal, log } = options;
  const stream = streamOf(from);
  // Two services may name one aggregate, such as an organization, and each counts its own versions of it.
  const name = `${stream}/${service}`;
  // Only the stream proves which service told an event, so its consumer knows the reactions to that service alone.
  const reactions = new Map(
    options.reactions
      .filter(({ definition }) => definition.service === from)
      .map((one) => [one.definition.type, one]),
  );
  const { inTransaction, isOutage } = options;
  const sentAgain = new Set<number>();
  let failures = 0;
  while (!signal.aborted) {
    try {
      const source = await findConsumer(options);
      if (failures > 0) log.info({ consumer: name }, "listening again");
      failures = 0;
      await pullMessages({
        name,
        source,
        signal,
        reactions,
        inTransaction,
        isOutage,
        retryDelay: options.retryDelay ?? retryDelay,
        sentAgain,
        log,
      });
    } catch (error) {
      failures += 1;
      // While the server is away the connection itself says so.
      if (failures === 1 && nats.isConnected()) {
        log.warn({ consumer: name, err: error }, "the consumer is not there");
      }
      await pause(Math.min(250 * 2 ** failures, longestDelay), signal);
    }
  }
}

async function findConsumer<Context>(options: StreamConsumption<Context>): Promise<Consumer> {
  const { nats, service, from, signal } = options;
  while (!nats.isConnected()) {
    signal.throwIfAborted();
    await pause(200, signal);
  }
  return jetstream(await nats.connection(), { apiPrefix }).consumers.get(streamOf(from), service);
}

type Pull<Context> = EventConsumer<Context> & {
  readonly source: Consumer;
  readonly signal: AbortSignal;
};

async function pullMessages<Context>(consumer: Pull<Context>): Promise<void> {
  const { source, signal } = consumer;
  const queue = createKeyedQueue(parallel);
  const handle = async (message: JsMsg) => {
    const envelope = parseEnvelope(message.data);
    if (!envelope) return deadLetterMessage(consumer, { message, errorCode: "UNREADABLE" });
    // NATS lets a service publish below its own name only; what the envelope says of itself proves nothing.
    if (envelope.type !== message.subject) {
      return deadLetterMessage(consumer, { message, errorCode: "FOREIGN_EVENT" });
    }
    queue.add(envelope.aggregateId, () => handleMessage(consumer, { message, envelope }));
  };
  try {
    while (!signal.aborted) {
      // Only as many messages as can start at once: a message that waits here approaches its redelivery.
      const messages = await source.fetch({
        max_messages: await queue.room(),
        expires: pullMilliseconds,
      });
      await handleEach(messages, { signal, handle });
    }
  } finally {
    await queue.finished();
  }
}

type Handling = {
  readonly signal: AbortSignal;
  readonly handle: (message: JsMsg) => Promise<void>;
};

async function handleEach(messages: ConsumerMessages, { signal, handle }: Handling): Promise<void> {
  const stop = () => messages.stop();
  // The server ends a pull; the timer is for a server that went away meanwhile.
  const timer = setTimeout(stop, pullMilliseconds + 2_000);
  signal.addEventListener("abort", stop);
  try {
    if (signal.aborted) stop();
    for await (const message of messages) await handle(message);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

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
