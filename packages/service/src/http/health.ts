import type { FastifyInstance } from "fastify";

/** What must hold for requests to be welcome; a check that throws or answers false says no. */
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
        const holds = await check().catch(() => false);
        return holds ? [] : [name];
      }),
    );
    const failed = results.flat();
    if (failed.length > 0) return reply.code(503).send({ status: "not ready", failed });
    return { status: "ready" };
  });
}
