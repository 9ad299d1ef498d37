import { readdir, readFile } from "node:fs/promises";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import { eventually, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { catalogue } from "../src/catalogue/index.ts";
import { listen } from "../src/hear/listen.ts";
import { hears } from "../src/nats/topology.ts";
import { natsUsersOf, quiet } from "./support/nats-users.ts";
import { leaveRow, serviceDatabase } from "./support/service-database.ts";

const fixtures = new URL("../fixtures/", import.meta.url);
const serviceOf = (type: string) => type.split(".")[0];

let server: TestNats;
let users: ReturnType<typeof natsUsersOf>;
let envelopes: readonly { readonly type: string; readonly text: string }[];
beforeAll(async () => {
  server = await testNats();
  users = natsUsersOf(server);
  envelopes = await Promise.all(
    (await readdir(fixtures)).map(async (file) => ({
      type: file.replace(/\.v\d+\.json$/, ""),
      text: await readFile(new URL(file, fixtures), "utf8"),
    })),
  );
});
afterAll(async () => {
  await users.stop();
  await server.drop();
});

/** A service that reacts to every event that it may hear, on a database of its own. */
async function listening(service: ServiceName) {
  const database = await serviceDatabase();
  const running = listen({
    nats: await users.as(service),
    service,
    connectionString: database.url,
    reactions: catalogue
      .filter((definition) => hears[service].includes(definition.service))
      .map((definition) => ({ definition, handle: leaveRow })),
    isOutage: async () => false,
    inTransaction: database.inTransaction,
    log: quiet,
  });
  const stop = async () => {
    await running.stop();
    await database.drop();
  };
  return { database, stop };
}

// Every service tells every event of the others, on a subject without meaning and on one of its own; then one of its own.
beforeAll(async () => {
  for (const from of serviceNames) {
    const teller = await (await users.as(from)).connection();
    const { type } = ownOf(from);
    for (const { text } of foreignTo(from)) {
      teller.publish(`${from}.x`, text);
      teller.publish(type, text);
    }
    teller.publish(type, ownOf(from).text);
    await teller.flush();
  }
});

test.each(serviceNames)(
  "%s believes no event that another service tells as its own",
  async (me) => {
    const { database, stop } = await listening(me);
    const expected = new Map(
      hears[me].map((from) => [`${from.toUpperCase()}/${me}`, 2 * foreignTo(from).length]),
    );
    await eventually(async () => {
      const { rows } = await database.pool.query<{ consumer: string; letters: number }>(
        `SELECT consumer, count(*)::int AS letters FROM dead_letter
       WHERE error_code = 'FOREIGN_EVENT' GROUP BY consumer`,
      );
      expect(new Map(rows.map(({ consumer, letters }) => [consumer, letters]))).toEqual(expected);
      return true;
    });
    // Each service's own event comes last: once it is handled, all those before it have been looked at.
    await eventually(async () => {
      const handled = (await database.effects()).map(({ event_id }) => event_id);
      expect(new Set(handled)).toEqual(new Set(hears[me].map((from) => idOf(ownOf(from).text))));
      return true;
    });
    await stop();
  },
);

function ownOf(service: ServiceName) {
  const [own] = envelopes.filter(({ type }) => serviceOf(type) === service);
  if (!own) throw new Error(`${service} tells nothing.`);
  return own;
}

function foreignTo(service: ServiceName) {
  return envelopes.filter(({ type }) => serviceOf(type) !== service);
}

function idOf(text: string): string {
  return (JSON.parse(text) as { id: string }).id;
}
