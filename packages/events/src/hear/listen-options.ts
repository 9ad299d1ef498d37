import type { ServiceName } from "@tidbok/domain";
import type { Nats } from "../nats/connect-nats.ts";
import type { Log } from "../nats/log.ts";
import type { Reaction } from "./reaction.ts";
import type { InTransaction } from "./sql.ts";

/** Who hears, what is done about it, and where it is remembered. */
export type ListenOptions<Context> = {
  readonly nats: Nats;
  readonly service: ServiceName;
  /** Of the service's database, straight to the server and not through a pooler. */
  readonly connectionString: string;
  readonly reactions: readonly Reaction<Context>[];
  readonly inTransaction: InTransaction<Context>;
  /** How long to wait after so many failed attempts; from a second to ten minutes unless told. */
  readonly retryDelay?: (attempts: number) => number;
  readonly log: Log;
};
