import { newId } from "@tidbok/domain";
import { isUnavailable } from "@tidbok/service";
import { connectedTo, eventually, startTcpProxy, type TcpProxy } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startOwnPostgres, type OwnPostgres } from "./support/own-postgres.ts";
import { account, codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";
import { openWritePaths, type WritePaths } from "./support/write-paths.ts";

let own: OwnPostgres;
let proxy: TcpProxy;
let configured: Scheduling;
let scheduling: Scheduling;
let paths: WritePaths;
beforeAll(async () => {
  own = await startOwnPostgres();
  proxy = await startTcpProxy(own.port);
  configured = await startScheduling();
  const { database, config } = configured;
  const urls = {
    databaseUrl: proxy.through(own.app.main),
    keysDatabaseUrl: proxy.through(own.app.keys),
  };
  scheduling = await startScheduling({ database, config: { ...config, ...urls } });
  paths = await openWritePaths(scheduling.config);
  for (const url of Object.values(own.superuser)) await administer(slowWrites, url);
});
afterAll(async () => {
  await paths.close();
  await scheduling.stop();
  await configured.stop();
  await proxy.close();
  await own.remove();
});

const administer = (sql: string, url = own.superuser.main) =>
  connectedTo(url, async (client) => (await client.query(sql)).rows);

// Writes take six seconds, one more than a statement may take, while the sequence `slow` says so.
const slowWrites = `
  CREATE SEQUENCE slow; GRANT SELECT ON slow TO PUBLIC;
  CREATE FUNCTION be_slow() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF (SELECT is_called FROM slow) THEN PERFORM pg_sleep(6); END IF; RETURN NEW; END $$;
  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT relname FROM pg_class WHERE relname IN ('entitlement', 'schedule', 'subject_key') LOOP
      EXECUTE format('CREATE TRIGGER be_slow BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION be_slow()', name);
    END LOOP; END $$`;
const setSlow = async (isSlow: boolean) => {
  for (const url of Object.values(own.superuser)) {
    await administer(`SELECT setval('slow', 1, ${isSlow})`, url);
  }
};

/** The code that a request gets. */
async function request(): Promise<string | null> {
  const organizationId = newId();
  const input = {
    organizationId,
    name: "Hours",
    timeZone: "Europe/Stockholm",
    weekly: [{ days: [1], start: "09:00", end: "17:00" }],
  };
  const query = "mutation ($input: CreateScheduleInput!) { createSchedule(input: $input) { id } }";
  return codeOf(
    await scheduling.ask(account(organizationId, "OWNER"), { query, variables: { input } }),
  );
}

const tryAll = () => Promise.all([paths.tryAll(), request()]);

/** All ways in fail, and are told as a database that is away. */
function expectAway([failures, code]: Awaited<ReturnType<typeof tryAll>>): void {
  const told = Object.entries(failures).map(([path, error]) => [
    path,
    error === null ? "no failure" : isUnavailable(error) || error,
  ]);
  expect(told).toEqual(Object.keys(paths.paths).map((path) => [path, true]));
  expect(code).toBe("SERVICE_UNAVAILABLE");
}

/** All ways in work again, without a new start of the service. */
async function expectBack(): Promise<void> {
  await eventually(async () => {
    const [failures, code] = await tryAll();
    expect([...Object.values(failures), code]).toEqual(Array(8).fill(null));
    return true;
  });
}

/** Does it while all ways in are in the middle of a statement. */
async function inTheMiddle(act: () => unknown): Promise<void> {
  await setSlow(true);
  const trying = tryAll();
  await eventually(async () => {
    const [row] = await administer(
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event = 'PgSleep'",
    );
    return row.n === 8;
  });
  await act();
  expectAway(await trying);
}

const signal = (what: string) =>
  administer(`SELECT ${what}(pid) FROM pg_stat_activity WHERE usename = 'scheduling_app'`);

test.each([
  ["is reset by the network", () => proxy.reset()],
  ["is closed by the network", () => proxy.cut()],
  ["is ended by an administrator", () => signal("pg_terminate_backend")],
  ["is cancelled by an administrator", () => signal("pg_cancel_backend")],
  ["takes longer than a statement may", () => undefined],
])("a statement that %s is told as unavailable on every path", async (_, act) => {
  await expectBack();
  await inTheMiddle(act);
  await setSlow(false);
  await expectBack();
});

test.each(["SIGINT", "SIGQUIT"] as const)(
  "a server that stops with %s in the middle of a statement is told as unavailable on every path",
  async (how) => {
    await expectBack();
    await inTheMiddle(() => own.process().kill(how));
    await own.stop();
    expectAway(await tryAll());
    await own.start();
    await setSlow(false);
    await expectBack();
  },
);

test("a server that shuts down, and one that starts up, are told as unavailable on every path", async () => {
  proxy.cut();
  await connectedTo(own.superuser.main, async (session) => {
    // It waits for this session, and takes no other one.
    own.process().kill("SIGTERM");
    await eventually(async () => (await request()) !== null);
    expectAway(await tryAll());
    await session.query("SELECT 1");
  });
  await own.stop();
  const goOn = await own.startSlowly();
  await eventually(async () => {
    const { "the pool": failure } = await paths.tryAll();
    return (failure as { code?: string }).code === "57P03";
  });
  expectAway(await tryAll());
  await goOn();
  await expectBack();
});

test.each([
  ["only reads", "SET default_transaction_read_only = on", "RESET ALL"],
  ["has no connection left", "CONNECTION LIMIT 0", "CONNECTION LIMIT -1"],
])("a server that %s is told as unavailable on every path", async (_, change, undo) => {
  await administer(`ALTER ROLE scheduling_app ${change}`);
  proxy.reset();
  try {
    await eventually(async () => (await request()) !== null);
    expectAway(await tryAll());
  } finally {
    await administer(`ALTER ROLE scheduling_app ${undo}`);
    proxy.reset();
  }
  await expectBack();
});

test("a lock that is not to be had is told as unavailable on every path", async () => {
  await connectedTo(own.superuser.main, (main) =>
    connectedTo(own.superuser.keys, async (keys) => {
      await main.query("BEGIN; LOCK TABLE entitlement, schedule");
      await keys.query("BEGIN; LOCK TABLE subject_key");
      expectAway(await tryAll());
    }),
  );
  await expectBack();
});

test("a host without an address is told as unavailable on every path", async () => {
  const nowhere = await openWritePaths({
    ...scheduling.config,
    databaseUrl: "postgresql://app@database.invalid/main",
    keysDatabaseUrl: "postgresql://app@database.invalid/keys",
  });
  const failures = await nowhere.tryAll();
  await nowhere.close();
  expect(Object.values(failures).filter((error) => !isUnavailable(error))).toEqual([]);
});

test("a full pool is told as unavailable on every path", async () => {
  const { pool } = paths;
  const held = await Promise.all(Array.from({ length: 10 }, () => pool.connect()));
  const { "the vault": vault, ...others } = await paths.tryAll();
  for (const client of held) client.release();
  expect(Object.values(others).filter((error) => !isUnavailable(error))).toEqual([]);
  expect(vault).toBeNull();
  await expectBack();
});

test.each(["a query of a model", "a raw query", "its commit"])(
  "a connection that ends between two statements of a transaction is unavailable to %s",
  async (next) => {
    const failing = paths.prisma.$transaction(async (client) => {
      await client.entitlement.findFirst();
      const [{ pid }] = await client.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`;
      await administer(`SELECT pg_terminate_backend(${pid}, 5000)`);
      if (next === "a query of a model") await client.entitlement.findFirst();
      if (next === "a raw query") await client.$queryRaw`SELECT 1`;
    });
    expect(isUnavailable(await failing.catch((error: unknown) => error))).toBe(true);
  },
);

test.each(["models", "raw statements"])(
  "of two transactions of %s that wait for each other one is told as unavailable",
  async (kind) => {
    const { prisma } = paths;
    const ids = [newId(), newId()];
    await prisma.entitlement.createMany({
      data: ids.map((organizationId) => ({ organizationId, plan: "FREE", updatedAt: new Date() })),
    });
    const bothHaveOne = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const update = (order: readonly string[], turn: number) =>
      prisma.$transaction(async (client) => {
        for (const organizationId of order) {
          if (kind === "models") {
            const data = { plan: "PAID" };
            await client.entitlement.update({ where: { organizationId }, data });
          } else {
            await client.$executeRaw`UPDATE entitlement SET plan = 'PAID' WHERE organization_id = ${organizationId}::uuid`;
          }
          bothHaveOne[turn]?.resolve();
          await Promise.all(bothHaveOne.map(({ promise }) => promise));
        }
      });
    const outcomes = await Promise.allSettled([update(ids, 0), update(ids.toReversed(), 1)]);
    const failures = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(failures).toHaveLength(1);
    expect(isUnavailable(failures[0])).toBe(true);
  },
);
