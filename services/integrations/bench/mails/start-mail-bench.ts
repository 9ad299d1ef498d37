import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serviceNames } from "@tidbok/domain";
import {
  applyMigrations,
  createDatabases,
  databaseUrls,
  startPostgres,
  type Passwords,
} from "@tidbok/infra";
import { createCursors, createLogger, createPool } from "@tidbok/service";
import { PrismaPg } from "@prisma/adapter-pg";
import { createContexts } from "../../src/context.ts";
import { slotCount } from "../../src/deliveries/domain/slots-of.ts";
import { PrismaClient } from "../../src/generated/prisma/client.ts";
import { createDeliverySlots } from "../../src/mails/adapters/delivery-slots.ts";
import { createGraph } from "../../src/mails/adapters/graph.ts";
import { createMailer } from "../../src/mails/adapters/mailer.ts";
import { createStore } from "../../src/store/index.ts";
import { startCatcher } from "./start-catcher.ts";

const service = "integrations";
const leaseMilliseconds = 40_000;

/** Integrations' store, mailer and contexts on a Postgres of its own, with a mail catcher in another process. */
export async function startMailBench() {
  const folder = await mkdtemp(join(tmpdir(), "tidbok-bench-"));
  // Postgres may run as another user, who must be able to pass through.
  await chmod(folder, 0o711);
  const secret = () => randomBytes(16).toString("hex");
  const postgres = await startPostgres({
    dataDir: join(folder, "postgres"),
    password: secret(),
    logFile: join(folder, "postgres.log"),
  });
  const passwords = Object.fromEntries(
    serviceNames.map((name): [string, Passwords] => [
      name,
      { migrate: secret(), app: secret(), read: secret() },
    ]),
  ) as Record<(typeof serviceNames)[number], Passwords>;
  await createDatabases({ url: postgres.url, passwords });
  const urlOf = (role: "migrate" | "app") =>
    databaseUrls({ service, role, password: passwords[service][role], port: postgres.port }).main;
  await applyMigrations({
    connectionString: urlOf("migrate"),
    directory: fileURLToPath(new URL("../../prisma/migrations/", import.meta.url)),
  });
  const catcher = await startCatcher(join(folder, "mails"));
  const pool = createPool(urlOf("app"));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const store = createStore(prisma);
  const answers = new Map<string, object>();
  const mailer = createMailer({
    smtpUrl: catcher.url,
    from: "Tidbok <no-reply@tidbok.example>",
    connections: slotCount,
    longestMilliseconds: leaseMilliseconds * 0.75,
  });
  return {
    store,
    log: createLogger("bench", { level: "error" }),
    knows: (booking: { readonly id: string }) => answers.set(booking.id, booking),
    createContext: createContexts({
      store,
      graph: createGraph(async (_, { id }) => ({ booking: answers.get(id) ?? null })),
      mailer,
      slots: createDeliverySlots(slotCount),
      appUrl: "https://book.tidbok.example/app",
      cursors: createCursors(secret()),
      fingerprintOf: (subject) => createHash("sha256").update(subject).digest("hex"),
      leaseMilliseconds,
      clock: Date.now,
    }),
    waiting: () => prisma.delivery.count({ where: { state: { not: "SENT" } } }),
    stop: async () => {
      mailer.close();
      await prisma.$disconnect();
      await pool.end();
      await catcher.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type MailBench = Awaited<ReturnType<typeof startMailBench>>;
