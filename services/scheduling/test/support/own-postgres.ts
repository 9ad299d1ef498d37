import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  applyMigrations,
  createDatabases,
  databaseUrls,
  startPostgres,
  type Passwords,
} from "@tidbok/infra";
import type { RunningPostgres } from "@tidbok/infra";
import { serviceNames, type ServiceName } from "@tidbok/domain";

const service = "scheduling";
const migrations = [
  ["main", "../../prisma/migrations/"],
  ["keys", "../../../../packages/vault/migrations/"],
] as const;

/** A Postgres that a test, or a bench, has for itself, with the service's two databases: it may be stopped and changed. */
export async function startOwnPostgres() {
  const folder = await mkdtemp(join(tmpdir(), "tidbok-own-"));
  // Postgres may run as another user, which must be able to pass through.
  await chmod(folder, 0o711);
  const secret = () => randomBytes(16).toString("hex");
  const password = secret();
  const dataDir = join(folder, "postgres");
  const start = (changes: Partial<Parameters<typeof startPostgres>[0]> = {}) =>
    startPostgres({
      dataDir,
      password,
      logFile: join(folder, "postgres.log"),
      ...changes,
      settings: {
        // A statement ends with its client, not when it would have answered.
        client_connection_check_interval: "100ms",
        fsync: "off",
        ...changes.settings,
      },
    });
  let running: RunningPostgres = await start();
  const { port, url } = running;
  const passwords = Object.fromEntries(
    serviceNames.map((name): [ServiceName, Passwords] => [
      name,
      { migrate: secret(), app: secret(), read: secret() },
    ]),
  ) as Record<ServiceName, Passwords>;
  await createDatabases({ url, passwords });
  const urlsOf = (role: "migrate" | "app") =>
    databaseUrls({ service, role, password: passwords[service][role], port });
  for (const [name, place] of migrations) {
    const directory = fileURLToPath(new URL(place, import.meta.url));
    await applyMigrations({ connectionString: urlsOf("migrate")[name], directory });
  }
  const app = urlsOf("app");
  const inDatabase = (other: string) => url.replace(/\/postgres$/, new URL(other).pathname);
  return {
    folder,
    port,
    /** The two databases, as the superuser, as their owner and as the service. */
    superuser: { main: inDatabase(app.main), keys: inDatabase(app.keys) },
    owner: urlsOf("migrate"),
    app,
    process: () => running.process,
    /** Stops it; the port is kept for `start`. */
    stop: () => running.stop(),
    start: async () => {
      running = await start({ port });
    },
    /**
     * Starts it as a server that has not come to the end of its recovery: it refuses every connection until the returned
     * function lets it go on.
     */
    startSlowly: async () => {
      await writeFile(join(dataDir, "standby.signal"), "");
      const spawned = Promise.withResolvers<void>();
      const starting = start({
        port,
        settings: { hot_standby: "off" },
        onSpawn: (child) => {
          spawned.resolve();
          goOn = async () => {
            await writeFile(join(dataDir, "promote"), "");
            child.kill("SIGUSR1");
            running = await starting;
          };
        },
      });
      let goOn = async () => {};
      await spawned.promise;
      return () => goOn();
    },
    remove: async () => {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type OwnPostgres = Awaited<ReturnType<typeof startOwnPostgres>>;
