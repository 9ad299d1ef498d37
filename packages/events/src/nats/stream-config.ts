import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  ReplayPolicy,
  RetentionPolicy,
  StorageType,
} from "@nats-io/jetstream";
import type { ServiceName } from "@tidbok/domain";
import { nanos } from "@nats-io/transport-node";
import { ackWaitMilliseconds, streamOf } from "./topology.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** What differs between one machine and a cluster. */
export type StreamSize = {
  /** 1 on one machine, 3 in a cluster. */
  readonly replicas: number;
  readonly maxBytes: number;
};

/** A service's stream. A full one refuses what is new, which then waits in the outbox; nothing is pushed out. */
export function streamConfig(service: ServiceName, { replicas, maxBytes }: StreamSize) {
  return {
    name: streamOf(service),
    subjects: [`${service}.>`],
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.New,
    max_bytes: maxBytes,
    max_age: nanos(30 * day),
    duplicate_window: nanos(10 * minute),
    num_replicas: replicas,
    deny_delete: true,
    deny_purge: true,
  };
}

/**
 * A listener's durable consumer. The server sends for ever: the listener counts attempts and buries a
 * letter itself. A server that stops sending by itself loses the message of a handler that killed its process.
 */
export function consumerConfig(listener: ServiceName) {
  return {
    durable_name: listener,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    replay_policy: ReplayPolicy.Instant,
    ack_wait: nanos(ackWaitMilliseconds),
    max_deliver: -1,
    // Events that wait for their next attempt count as well, and must not stop the others.
    max_ack_pending: 1_000,
  };
}
