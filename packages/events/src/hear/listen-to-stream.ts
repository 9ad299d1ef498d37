import { jetstream, type Consumer, type ConsumerMessages, type JsMsg } from "@nats-io/jetstream";
import type { ServiceName } from "@tidbok/domain";
import { attend, type Desk } from "./attend.ts";
import { createChains } from "./create-chains.ts";
import type { ListenOptions } from "./listen-options.ts";
import { openLetter } from "./open-letter.ts";
import { pause } from "../nats/pause.ts";
import { retryDelay } from "./redelivery.ts";
import { streamOf } from "../nats/topology.ts";

type StreamListening<Context> = ListenOptions<Context> & {
  readonly from: ServiceName;
  readonly signal: AbortSignal;
};

const parallel = 4;
const pullMilliseconds = 10_000;
const longestDelay = 10_000;

/** Works off one stream until the signal is aborted, then finishes what is in flight. Never throws. */
export async function listenToStream<Context>(options: StreamListening<Context>): Promise<void> {
  const { nats, service, from, signal, log } = options;
  const stream = streamOf(from);
  // Two services number the events of what both name by one id, such as an organization, each for itself.
  const consumer = `${stream}/${service}`;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const source = await bind(options);
      if (failures > 0) log.info({ consumer }, "listening again");
      failures = 0;
      await workOff({ consumer, source, signal, ...deskOf(options) });
    } catch (error) {
      failures += 1;
      // While the server is away the connection itself says so.
      if (failures === 1 && nats.isConnected()) {
        log.warn({ consumer, err: error }, "the consumer is not there");
      }
      await pause(Math.min(250 * 2 ** failures, longestDelay), signal);
    }
  }
}

async function bind<Context>(options: StreamListening<Context>): Promise<Consumer> {
  const { nats, service, from, signal } = options;
  while (!nats.isConnected()) {
    signal.throwIfAborted();
    await pause(200, signal);
  }
  return jetstream(await nats.connection()).consumers.get(streamOf(from), service);
}

function deskOf<Context>(options: StreamListening<Context>) {
  const { inTransaction, log } = options;
  const reactions = new Map(options.reactions.map((one) => [one.definition.type, one]));
  return { reactions, inTransaction, log, retryDelay: options.retryDelay ?? retryDelay };
}

type Work<Context> = Desk<Context> & { readonly source: Consumer; readonly signal: AbortSignal };

async function workOff<Context>(work: Work<Context>): Promise<void> {
  const { source, signal } = work;
  const chains = createChains(parallel);
  try {
    while (!signal.aborted) {
      // No more is taken than can be begun at once: what waits here ages towards its redelivery.
      const messages = await source.fetch({
        max_messages: await chains.room(),
        expires: pullMilliseconds,
      });
      await takeAll(messages, { signal, take: (message) => begin(work, { chains, message }) });
    }
  } finally {
    await chains.finished();
  }
}

type Taking = { readonly signal: AbortSignal; readonly take: (message: JsMsg) => Promise<void> };

async function takeAll(messages: ConsumerMessages, { signal, take }: Taking): Promise<void> {
  const stop = () => messages.stop();
  // The server ends a pull; the timer is for a server that went away meanwhile.
  const timer = setTimeout(stop, pullMilliseconds + 2_000);
  signal.addEventListener("abort", stop);
  try {
    if (signal.aborted) stop();
    for await (const message of messages) await take(message);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

type Begin = { readonly chains: ReturnType<typeof createChains>; readonly message: JsMsg };

async function begin<Context>(desk: Desk<Context>, { chains, message }: Begin): Promise<void> {
  const envelope = await openLetter(desk, message);
  if (!envelope) return;
  chains.add(envelope.aggregateId, () => attend(desk, { message, envelope }));
}
