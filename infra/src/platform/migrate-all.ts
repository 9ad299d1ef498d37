import { serviceNames } from "@tidbok/domain";
import { createDatabases } from "../postgres/create-databases.ts";
import { migrateService } from "../postgres/migrate-service.ts";
import { PlainFailure } from "../plain-failure.ts";
import type { Installation } from "./environment.ts";
import type { Say } from "./say.ts";

/** Makes the databases and brings them up to the migrations. */
export async function migrateAll({ settings, secrets }: Installation, say: Say): Promise<void> {
  const port = settings.ports.postgres;
  const began = performance.now();
  await createDatabases({
    url: superuserUrl(secrets.superuser, port),
    passwords: secrets.passwords,
  });
  let applied = 0;
  for (const service of serviceNames) {
    try {
      const password = secrets.passwords[service].migrate;
      applied += (await migrateService({ service, password, port })).length;
    } catch (error) {
      throw new PlainFailure(
        `The databases of ${service} are not migrated: ${(error as Error).message}`,
      );
    }
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`✓ databases, ${applied === 0 ? "up to date" : `${applied} migrations`} (${seconds} s)`);
}

/** To the database `postgres`, as the superuser. */
export function superuserUrl(password: string, port: number): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}
