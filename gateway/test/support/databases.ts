import { serviceNames } from "@tidbok/domain";
import { connectedTo } from "@tidbok/testing";
import type pg from "pg";
import { runningPlatform } from "./running-platform.ts";

/** The ten databases of a platform. */
export const databases = serviceNames.flatMap((name) => [`tidbok_${name}`, `tidbok_${name}_keys`]);

/** Asks a database as its superuser, past every service: it reads what is stored, not what a service says of it. It may also write. */
export async function rowsOf<Row extends pg.QueryResultRow>(
  database: string,
  query: string,
): Promise<Row[]> {
  const url = new URL(runningPlatform().postgres);
  url.pathname = `/${database}`;
  return connectedTo(url.href, async (client) => (await client.query<Row>(query)).rows);
}
