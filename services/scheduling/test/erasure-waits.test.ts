import { AccountErased, connectNats, type Nats } from "@tidbok/events";
import { createLogger } from "@tidbok/service";
import { eventually, tellEvent, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offerMeeting } from "./support/operations.ts";
import { startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let nats: TestNats;
let scheduling: Scheduling;
let withoutKeys: Scheduling;
const users: Nats[] = [];

const connectionOf = async (name: "identity" | "admin") => {
  const user = await connectNats({
    servers: nats.url,
    seedFile: nats.seedFile(name),
    name,
    log: createLogger("test", { level: "silent" }),
  });
  users.push(user);
  return user.connection();
};

beforeAll(async () => {
  nats = await testNats();
  scheduling = await startScheduling({ nats });
  const { database, config } = scheduling;
  const keysDatabaseUrl = "postgresql://nobody@127.0.0.1:9/nothing";
  withoutKeys = await startScheduling({ nats, database, config: { ...config, keysDatabaseUrl } });
});
afterAll(async () => {
  await Promise.all(users.map((user) => user.stop()));
  await scheduling.stop();
  await nats.drop();
});

test("an erasure that the keys database keeps from happening is done when it is back, however often it was tried", async () => {
  const { organizationId, host } = await offerMeeting(scheduling);
  const { accountId } = host;
  const input = { organizationId, startsOn: "2027-02-03", endsOn: "2027-02-04", reason: "A cold" };
  const query = `mutation ($input: CreateAbsenceInput!) { createAbsence(input: $input) { id } }`;
  await scheduling.data(host, query, { input });
  // One more failure of its own would be the last.
  await scheduling.sql(
    "INSERT INTO aggregate_seen (consumer, aggregate_id, version, attempts) VALUES ('IDENTITY/scheduling', $1, 0, 7)",
    [accountId],
  );
  await withoutKeys.service.start();
  const identity = await connectionOf("identity");
  await tellEvent(identity, {
    definition: AccountErased,
    data: { accountId },
    aggregateId: accountId,
  });
  const admin = await connectionOf("admin");
  await eventually(async () => {
    const info = await admin.request("streams.API.CONSUMER.INFO.IDENTITY.scheduling");
    return info.json<{ num_redelivered: number }>().num_redelivered > 0;
  });
  expect(await scheduling.sql("SELECT error_code FROM dead_letter")).toEqual([]);

  await withoutKeys.stop();
  await scheduling.service.start();
  const liveKeys = "SELECT FROM subject_key WHERE subject_id = $1 AND destroyed_at IS NULL";
  const standing = "SELECT state FROM account_standing WHERE account_id = $1";
  await eventually(async () => (await scheduling.sql(standing, [accountId])).length === 1);
  expect(await scheduling.sql(standing, [accountId])).toEqual([{ state: "ERASED" }]);
  expect(await scheduling.keys(liveKeys, [accountId])).toEqual([]);
  expect(await scheduling.sql("SELECT error_code FROM dead_letter")).toEqual([]);
});

test("an erasure that always takes longer than a statement may is a dead letter after its last attempt, and done when it is tried again in time", async () => {
  const { host } = await offerMeeting(scheduling);
  const { accountId } = host;
  await scheduling.sql(
    `CREATE FUNCTION be_slow() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN PERFORM pg_sleep(6); RETURN NEW; END $$`,
  );
  await scheduling.sql(
    "CREATE TRIGGER be_slow BEFORE INSERT OR UPDATE ON account_standing FOR EACH ROW EXECUTE FUNCTION be_slow()",
  );
  await scheduling.sql(
    "INSERT INTO aggregate_seen (consumer, aggregate_id, version, attempts) VALUES ('IDENTITY/scheduling', $1, 0, 7)",
    [accountId],
  );
  await tellEvent(await connectionOf("identity"), {
    definition: AccountErased,
    data: { accountId },
    aggregateId: accountId,
  });
  const letters = await eventually(
    async () => {
      const rows = await scheduling.sql("SELECT type, attempts FROM dead_letter");
      return rows.length > 0 && rows;
    },
    { withinMs: 20_000 },
  );
  expect(letters).toEqual([{ type: AccountErased.type, attempts: 8 }]);

  await scheduling.sql("DROP TRIGGER be_slow ON account_standing");
  await scheduling.sql("UPDATE dead_letter SET attempts = 0");
  await eventually(async () => (await scheduling.sql("SELECT FROM dead_letter")).length === 0);
  const standing = "SELECT state FROM account_standing WHERE account_id = $1";
  expect(await scheduling.sql(standing, [accountId])).toEqual([{ state: "ERASED" }]);
});
