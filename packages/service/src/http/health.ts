import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

// Shorter than any limit of a request: a prober asks every few seconds and needs an answer, and no answer is a no.
const deadlineMilliseconds = 2_000;

/** What must hold for requests to be welcome; a check that throws, answers false or takes more than 2 s says no. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<boolean>>>;

/**
 * `/health/live` depends on nothing. `/health/ready` runs the checks and names those that fail; while
 * the process drains it answers 503 at once, so that nothing new is sent here.
 */
export function addHealth(
  app: FastifyInstance,
  { checks, isDraining }: { checks: ReadinessChecks; isDraining: () => boolean },
): void {
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    if (isDraining()) return reply.code(503).send({ status: "draining" });
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const late = sleep(deadlineMilliseconds, false, { ref: false });
        const holds = await Promise.race([check(), late]).catch(() => false);
        return holds ? [] : [name];
      }),
    );
    const failed = results.flat();
    if (failed.length > 0) return reply.code(503).send({ status: "not ready", failed });
    return { status: "ready" };
  });
}
