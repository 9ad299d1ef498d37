import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { makeSigningKey } from "../keys/signing-key.ts";
import { startPostgres } from "../postgres/start-postgres.ts";
import { makeTemplates } from "./make-templates.ts";
import { prepareNats } from "./prepare-nats.ts";

/** Vitest's global set-up: one Postgres for the run with a migrated template per service, and what test NATS servers need. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "tidbok-run-"));
  // Postgres may run as another user, which must be able to pass through.
  await chmod(folder, 0o711);
  const undo = [() => rm(folder, { recursive: true, force: true })];
  const teardown = async () => {
    for (const step of undo) await step();
  };
  try {
    const startDatabase = async () => {
      const postgres = await startPostgres({
        dataDir: join(folder, "postgres"),
        password: randomBytes(16).toString("hex"),
        logFile: join(folder, "postgres.log"),
        settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
      });
      undo.unshift(() => postgres.stop());
      return { postgres, templates: await makeTemplates(postgres) };
    };
    // Both to their end, also when one fails, so that nothing starts after the teardown.
    const [prepared, started] = await Promise.allSettled([
      prepareNats(join(folder, "nats")),
      startDatabase(),
    ]);
    if (prepared.status === "rejected") throw prepared.reason;
    if (started.status === "rejected") throw started.reason;
    const { postgres, templates } = started.value;
    project.provide("tidbok", {
      postgres: { superuserUrl: postgres.url, port: postgres.port },
      templates,
      nats: prepared.value,
      callerKey: await makeSigningKey("Ed25519"),
    });
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}
