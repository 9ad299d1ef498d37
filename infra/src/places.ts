import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ServiceName } from "@tidbok/domain";

const root = new URL("../../", import.meta.url);

/** A path below the repository's root. */
export function inRepository(path: string): string {
  return fileURLToPath(new URL(path, root));
}

/** Where a service's migrations are, and those of every keys database. */
export function migrationsOf(service: ServiceName): string {
  return inRepository(`services/${service}/prisma/migrations`);
}

export const keysMigrations = inRepository("packages/vault/migrations");

/** Programs that were downloaded once; kept when the data is deleted. */
export const toolsDir = inRepository(".local/tools");

/** Where one local platform keeps what it must not forget. */
export function statePlaces(folder: string) {
  return {
    folder,
    keys: join(folder, "keys"),
    secrets: join(folder, "secrets.json"),
    demo: join(folder, "demo.json"),
    /** For scripts, while the platform runs. */
    platform: join(folder, "platform.json"),
    /** What runs now, for the next start to clean up after a platform that was killed. */
    processes: join(folder, "processes.json"),
    postgres: join(folder, "postgres"),
    nats: join(folder, "nats"),
    natsConfig: join(folder, "nats.conf"),
    mail: join(folder, "mail"),
    compileCache: join(folder, "compile-cache"),
    logOf: (name: string) => join(folder, "logs", `${name}.log`),
  };
}

export type StatePlaces = ReturnType<typeof statePlaces>;
