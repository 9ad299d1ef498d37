import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceName } from "@tidbok/domain";
import type pg from "pg";
import { provided } from "./provided.ts";
import { connectedTo, testConnections } from "./test-connections.ts";

/** A service's two databases, migrated and empty, for one test file alone. */
export type TestDatabase = {
  /** As NAME_app, the role that the service runs as. */
  readonly url: string;
  /** The keys database, as NAME_app. */
  readonly keysUrl: string;
  /** As the superuser, for looking at what is stored, such as in a dump. */
  readonly superuserUrl: string;
  readonly superuserKeysUrl: string;
  /** As the superuser; closed by `drop`. */
  readonly pool: pg.Pool;
  /** The keys database, as the superuser; closed by `drop`. */
  readonly keysPool: pg.Pool;
  /** One connection, of the superuser unless the URL is another's; `drop` closes it unless the test did. */
  session(url?: string): Promise<pg.Client>;
  /** Closes the connections above and takes both databases away, connections that others left open included. */
  drop(): Promise<void>;
};

/** An empty database of no service, as the superuser. */
export type EmptyDatabase = {
  readonly url: string;
  /** Of at most 20 connections; closed by `drop`. */
  readonly pool: pg.Pool;
  /** Another pool, for work that leaves something in its sessions; `drop` closes it unless the test did. */
  newPool(): pg.Pool;
  drop(): Promise<void>;
};

/** Clones the service's migrated databases (about 50 ms). Call it once per test file and `drop()` it at the end. */
export async function testDatabase(service: ServiceName): Promise<TestDatabase> {
  const { postgres, templates } = provided();
  const template = templates[service];
  if (!template.isReady) throw new Error(`No database for ${service}: ${template.reason}`);

  const main = `test_${service}_${randomBytes(6).toString("hex")}`;
  const keys = `${main}_keys`;
  await asSuperuser(async (server) => {
    await server.query(
      `CREATE DATABASE ${main} TEMPLATE tidbok_${service} OWNER ${service}_migrate`,
    );
    await server.query(
      `CREATE DATABASE ${keys} TEMPLATE tidbok_${service}_keys OWNER ${service}_migrate`,
    );
  });
  const app = (database: string) =>
    `postgresql://${service}_app:${template.passwords.app}@127.0.0.1:${postgres.port}/${database}`;
  const superuserUrl = inDatabase(postgres.superuserUrl, main);
  const superuserKeysUrl = inDatabase(postgres.superuserUrl, keys);
  const connections = testConnections();
  return {
    url: app(main),
    keysUrl: app(keys),
    superuserUrl,
    superuserKeysUrl,
    pool: connections.pool(superuserUrl),
    keysPool: connections.pool(superuserKeysUrl),
    session: (url = superuserUrl) => connections.session(url),
    drop: async () => {
      await connections.close();
      await dropDatabases([main, keys]);
    },
  };
}

/** Makes an empty database of no service, for tests of the packages themselves. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const name = `test_empty_${randomBytes(6).toString("hex")}`;
  await asSuperuser((server) => server.query(`CREATE DATABASE ${name}`));
  const url = inDatabase(provided().postgres.superuserUrl, name);
  const connections = testConnections();
  return {
    url,
    pool: connections.pool(url, { max: 20 }),
    newPool: () => connections.pool(url),
    drop: async () => {
      await connections.close();
      await dropDatabases([name]);
    },
  };
}

const leaveWithin = 1_000;

// A service that stopped may have connections that are still ending. To have the server end them would be an error in
// the middle of another test.
async function dropDatabases(names: readonly string[]): Promise<void> {
  await asSuperuser(async (server) => {
    const deadline = performance.now() + leaveWithin;
    const isInUse = async () => {
      const { rowCount } = await server.query(
        "SELECT 1 FROM pg_stat_activity WHERE datname = ANY ($1)",
        [names],
      );
      return rowCount !== 0;
    };
    while ((await isInUse()) && performance.now() < deadline) await sleep(10);
    for (const name of names) await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
}

function asSuperuser<T>(work: (server: pg.Client) => Promise<T>): Promise<T> {
  return connectedTo(provided().postgres.superuserUrl, work);
}

function inDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
