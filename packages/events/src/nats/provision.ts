import { JetStreamApiCodes, JetStreamApiError, jetstreamManager } from "@nats-io/jetstream";
import type { NatsConnection } from "@nats-io/transport-node";
import { serviceNames } from "@tidbok/domain";
import { assertServer } from "./assert-server.ts";
import type { Nats } from "./connect-nats.ts";
import type { Log } from "./log.ts";
import { apiPrefix } from "./nats-permissions.ts";
import { consumerConfig, streamConfig, type StreamSize } from "./stream-config.ts";
import { listenersOf, streamOf } from "./topology.ts";

/** The user that provisions, and the sizes of the streams. */
export type Provisioning = {
  /** Connected as `admin`. */
  readonly nats: Nats;
  readonly log: Log;
  /** 1 unless told; 3 in a cluster. */
  readonly replicas?: number;
  /** Of one stream; 256 MiB unless told. */
  readonly maxBytes?: number;
};

/**
 * Makes the streams and consumers, or brings them up to date, and reads every setting back: old
 * servers accept options that they do not know. Waits for the server. May be repeated at any time.
 */
export async function provision(options: Provisioning): Promise<void> {
  const { nats, log, replicas = 1, maxBytes = 2 ** 28 } = options;
  const connection = await nats.connection();
  assertServer(connection, log);
  for (const service of serviceNames) {
    await ensureStream(connection, { service, replicas, maxBytes });
    for (const listener of listenersOf(service)) {
      await ensureConsumer(connection, { service, listener });
    }
  }
  log.info({ count: serviceNames.length }, "streams and consumers are as they should be");
}

type ServiceName = (typeof serviceNames)[number];

async function ensureStream(
  connection: NatsConnection,
  { service, ...size }: StreamSize & { readonly service: ServiceName },
): Promise<void> {
  const { streams } = await jetstreamManager(connection, { checkAPI: false, apiPrefix });
  const wanted = streamConfig(service, size);
  const found = await unlessMissing(streams.info(wanted.name));
  if (!found) await streams.add(wanted);
  else if (differences(wanted, found.config).length > 0) await streams.update(wanted.name, wanted);
  assertSame(`stream ${wanted.name}`, { wanted, got: (await streams.info(wanted.name)).config });
}

async function ensureConsumer(
  connection: NatsConnection,
  { service, listener }: { readonly service: ServiceName; readonly listener: ServiceName },
): Promise<void> {
  const { consumers } = await jetstreamManager(connection, { checkAPI: false, apiPrefix });
  const stream = streamOf(service);
  const wanted = consumerConfig(listener);
  const found = await unlessMissing(consumers.info(stream, listener));
  if (!found) await consumers.add(stream, wanted);
  else if (differences(wanted, found.config).length > 0) {
    await consumers.update(stream, listener, wanted);
  }
  const { config } = await consumers.info(stream, listener);
  assertSame(`consumer ${stream}/${listener}`, { wanted, got: config });
}

async function unlessMissing<Found>(asking: Promise<Found>): Promise<Found | null> {
  try {
    return await asking;
  } catch (error) {
    const missing: readonly number[] = [
      JetStreamApiCodes.StreamNotFound,
      JetStreamApiCodes.ConsumerNotFound,
    ];
    if (error instanceof JetStreamApiError && missing.includes(error.code)) return null;
    throw error;
  }
}

function assertSame(what: string, { wanted, got }: { wanted: object; got: object }): void {
  const wrong = differences(wanted, got);
  if (wrong.length > 0) throw new Error(`NATS did not take ${wrong.join(", ")} of ${what}.`);
}

function differences(wanted: object, got: object): readonly string[] {
  const received = new Map(Object.entries(got));
  return Object.entries(wanted)
    .filter(([key, value]) => JSON.stringify(received.get(key)) !== JSON.stringify(value))
    .map(([key]) => key);
}
