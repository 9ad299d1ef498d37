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
