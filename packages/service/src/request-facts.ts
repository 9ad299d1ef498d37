import type { Caller, Instant, Origin } from "@tidbok/domain";
import type { Withheld } from "@tidbok/minimization";
import type { Logger } from "./create-logger.ts";

/** What the shell knows of one request, or of one event that is being reacted to. */
export type RequestFacts = {
  readonly caller: Caller;
  /** Where the request comes from; the gateway tells identity alone, and of mutations alone. */
  readonly origin?: Origin;
  /** A fingerprint of the network that a visitor's change comes from, for counting; only scheduling is told. */
  readonly network?: string;
  readonly requestId: string;
  readonly traceparent: string | null;
  readonly now: Instant;
  readonly log: Logger;
  /** Notes that a coordinate was withheld from the caller; reaches them in `extensions.privacy`. */
  readonly withhold: (withheld: Withheld) => void;
  /** Adds to the response's extensions, for the gateway to read. */
  readonly extend: (key: string, value: unknown) => void;
};
