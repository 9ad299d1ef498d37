import { newId } from "@tidbok/domain";
import { BookingReassigned, connectNats } from "@tidbok/events";
import { createLogger } from "@tidbok/service";
import { eventually, tellEvent, testNats } from "@tidbok/testing";
import { expect, test } from "vitest";
import { organizationOperations } from "./support/organization-operations.ts";
import { newPerson, startIdentity } from "./support/start-identity.ts";

test("what an admin reassigns is among the changes that owners read, without erased people", async () => {
  const nats = await testNats();
  const identity = await startIdentity({ nats });
  await identity.service.start();
  const scheduling = await connectNats({
    servers: nats.url,
    seedFile: nats.seedFile("scheduling"),
    name: "scheduling",
    log: createLogger("test", { level: "silent" }),
  });
  const boss = await newPerson(identity, { email: "boss@example.test" });
  const { organizationId, owner, person } = await organizationOperations(identity).withMember(
    boss,
    "ADMIN",
  );
  const bookingId = newId();
  const tell = async (aggregateVersion: number, data: object) =>
    tellEvent(await scheduling.connection(), {
      id: newId(),
      definition: BookingReassigned,
      aggregateId: bookingId,
      aggregateVersion,
      organizationId,
      data: { bookingId, organizationId, sequence: aggregateVersion, ...data } as never,
    });
  const host = newId();
  const toAdmin = { fromHostId: host, toHostId: person.id };
  await tell(1, { ...toAdmin, by: "HOST", byId: host });
  await tell(2, { ...toAdmin, by: "ADMIN", byId: person.id });
  await tell(3, { fromHostId: person.id, toHostId: host, by: "ADMIN", byId: owner.id });

  const query = `query ($id: ID!) { organizationById(id: $id) { changes(first: 3) { nodes { kind actorId subjectId } } } }`;
  const changes = async () =>
    (await identity.ask(owner.caller, query, { id: organizationId })).data.organizationById.changes
      .nodes as { kind: string }[];
  const taken = { kind: "BOOKING_REASSIGNED", actorId: person.id, subjectId: person.id };
  // The host is no account here, as one that was erased.
  const given = { kind: "BOOKING_REASSIGNED", actorId: owner.id, subjectId: null };
  await eventually(async () => (await changes())[1]?.kind === "BOOKING_REASSIGNED");
  expect(await changes()).toMatchObject([given, taken, { kind: "MEMBER_JOINED" }]);
  await scheduling.stop();
  await identity.stop();
  await nats.drop();
});
