import { randomUUID } from "node:crypto";
import type { Instant, Origin, Purpose, ServiceName } from "@tidbok/domain";
import type { Logger } from "../create-logger.ts";
import type { RequestFacts } from "../request-facts.ts";

/** The facts of work that no caller asked for: an event, a round of background work, a route of the service's own. */
export function roundFacts({
  service,
  purpose = "provide.administer",
  now,
  log,
  origin,
}: {
  readonly service: ServiceName;
  readonly purpose?: Purpose;
  readonly now: Instant;
  readonly log: Logger;
  readonly origin?: Origin | null;
}): RequestFacts {
  return {
    caller: { kind: "service", service, purpose },
    ...(origin && { origin }),
    requestId: randomUUID(),
    traceparent: null,
    now,
    log,
    // No answer is written, so there is nothing to add to it.
    withhold: () => {},
    extend: () => {},
  };
}
