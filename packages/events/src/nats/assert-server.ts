import type { NatsConnection } from "@nats-io/transport-node";
import type { Log } from "./log.ts";

const oldest = [2, 10] as const;
const advised = [2, 14] as const;

/** Throws for a server that lacks what we need, and warns of one that lacks the fixes of 2026's advisories. */
export function assertServer({ info }: Pick<NatsConnection, "info">, log: Log): void {
  const version = info?.version ?? "unknown";
  if (!info?.jetstream) throw new Error("This NATS server has no JetStream.");
  if (isBelow(version, oldest)) {
    throw new Error(`NATS ${version} is too old: 2.10 at least, 2.14 advised.`);
  }
  if (isBelow(version, advised)) {
    log.warn({ version }, "this nats server has known holes; use 2.14 or newer");
  }
}

function isBelow(version: string, [major, minor]: readonly [number, number]): boolean {
  const [has = 0, hasMinor = 0] = version.split(".").map(Number);
  return !(has > major || (has === major && hasMinor >= minor));
}
