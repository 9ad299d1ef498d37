import { newId, type Caller } from "@tidbok/domain";
import { connectNats, type Nats } from "@tidbok/events";
import { createLogger } from "@tidbok/service";
import { eventually, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostingTeam, none } from "./support/hosting-team.ts";
import { createSchedule } from "./support/operations.ts";
import { codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
let nats: TestNats;
let identity: Nats;
let place: ReturnType<typeof hostingTeam>;
beforeAll(async () => {
  nats = await testNats();
  scheduling = await startScheduling({ nats });
  await scheduling.service.start();
  identity = await connectNats({
    servers: nats.url,
    seedFile: nats.seedFile("identity"),
    name: "identity",
    log: createLogger("test", { level: "silent" }),
  });
  place = hostingTeam(scheduling, identity);
});
afterAll(async () => {
  await identity.stop();
  await scheduling.stop();
  await nats.drop();
});

/** The same person with the membership that began at this version of the organization. */
const since = (host: Caller, version: number): Caller => {
  if (host.kind !== "account") throw new Error("Not an account.");
  const memberships = host.memberships.map((membership) => ({ ...membership, version }));
  return { ...host, memberships };
};

test("who comes back begins anew, and late news of the leaving takes nothing away", async () => {
  const { organizationId, grace } = await place.team();
  await place.left(organizationId, grace.accountId, { aggregateVersion: 1 });
  // The clock of the process that told it is behind: the version says which is later.
  const occurredAt = Date.now() - 3_600_000;
  const back = { aggregateVersion: 2, occurredAt };
  const id = await place.joined(organizationId, grace.accountId, back);
  const isMember = () =>
    place.count("membership WHERE account_id = $1 AND is_current", [grace.accountId]);
  await eventually(async () => (await isMember()) === 1);
  expect(await place.rowsOf(grace.accountId)).toEqual(none);
  await place.left(organizationId, grace.accountId, { aggregateVersion: 1 });
  await place.joined(organizationId, grace.accountId, { ...back, id });
  await createSchedule(scheduling, since(grace, 2) as typeof grace, { organizationId });
  // As when an operator passes a dead letter through the gate.
  await scheduling.sql("UPDATE aggregate_seen SET version = 0 WHERE aggregate_id = $1", [
    organizationId,
  ]);
  await place.left(organizationId, grace.accountId, { aggregateVersion: 1 });
  await place.joined(organizationId, newId(), { aggregateVersion: 2 });
  await eventually(async () => (await place.count("membership WHERE is_current", [])) >= 2);
  expect(await isMember()).toBe(1);
  expect((await place.rowsOf(grace.accountId)).schedules).toBe(1);
});

test("who comes back before the news of the leaving makes hours only after it, so it cannot delete them", async () => {
  const { organizationId, grace } = await place.team();
  await place.joined(organizationId, grace.accountId, { aggregateVersion: 1 });
  const known = (version: number) =>
    place.count("membership WHERE account_id = $1 AND version = $2", [grace.accountId, version]);
  await eventually(async () => (await known(1)) === 1);
  // She left at version 2 and joined again at 3, and neither is told here yet.
  const back = since(grace, 3);
  const days = { organizationId, startsOn: "2027-04-01", endsOn: "2027-04-02" };
  const [startAt, endAt] = ["2027-04-05T09:00:00Z", "2027-04-05T10:00:00Z"];
  const hours = { organizationId, name: "New", timeZone: "Europe/Stockholm", weekly: [] };
  const acts = [
    ["CreateSchedule", "createSchedule", hours],
    ["CreateAbsence", "createAbsence", days],
    ["BlockTime", "blockTime", { organizationId, startAt, endAt, idempotencyKey: newId() }],
    ["SetHostLimits", "setHostLimits", { organizationId, limits: [] }],
  ] as const;
  const tryAll = async () => {
    const codes = [];
    for (const [type, name, input] of acts) {
      const field = name === "setHostLimits" ? "period" : "id";
      const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${field} } }`;
      codes.push(codeOf(await scheduling.ask(back, { query, variables: { input } })));
    }
    return codes;
  };
  expect(await tryAll()).toEqual(acts.map(() => "SERVICE_UNAVAILABLE"));
  await place.left(organizationId, grace.accountId, { aggregateVersion: 2 });
  await place.joined(organizationId, grace.accountId, { aggregateVersion: 3 });
  await eventually(async () => (await known(3)) === 1);
  expect(await place.rowsOf(grace.accountId)).toEqual(none);
  expect(await tryAll()).toEqual(acts.map(() => null));
});
