import { anonymous } from "@tidbok/domain";
import { connectNats, DiscretionChanged } from "@tidbok/events";
import { createLogger } from "@tidbok/service";
import { eventually, tellEvent, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attendeeOf, book, offerMeeting } from "./support/operations.ts";
import { startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
let nats: TestNats;
beforeAll(async () => {
  nats = await testNats();
  scheduling = await startScheduling({ nats });
  await scheduling.service.start();
});
afterAll(async () => {
  await scheduling.stop();
  await nats.drop();
});

test("where an organization forbids it nobody sees who else attends, whatever a meeting type says, and whoever books then stays unseen", async () => {
  const { organizationId, meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { seats: 5, showsAttendees: true },
  });
  const startAt = "2027-02-02T08:00:00.000Z";
  const attend = (name: string) =>
    book(scheduling, {
      meetingTypeId,
      startAt,
      attendee: { name, email: `${name}@people.example`.toLowerCase(), timeZone: "UTC" },
    });
  const ada = await attend("Ada");
  await attend("Bo");
  const query = `query ($id: ID!) { booking(id: $id) { fellows { nodes { firstName } } } }`;
  const fellows = async () => {
    const id = ada.data.bookMeeting.booking.id as string;
    return (await scheduling.data(attendeeOf(ada), query, { id })).booking.fellows;
  };
  const isPromised = async () => {
    const asked = "query ($id: ID!) { meetingType(id: $id) { showsAttendees } }";
    const { meetingType } = await scheduling.data(anonymous, asked, { id: meetingTypeId });
    return meetingType.showsAttendees as boolean;
  };
  const identity = await connectNats({
    servers: nats.url,
    seedFile: nats.seedFile("identity"),
    name: "identity",
    log: createLogger("test", { level: "silent" }),
  });
  let aggregateVersion = 0;
  const tell = async (mayHostsShowAttendees: boolean) =>
    tellEvent(await identity.connection(), {
      definition: DiscretionChanged,
      aggregateId: organizationId,
      aggregateVersion: ++aggregateVersion,
      organizationId,
      data: { organizationId, mayHostsShowAttendees },
    });

  expect(await fellows()).toEqual({ nodes: [{ firstName: "Bo" }] });
  await tell(false);
  await eventually(async () => !(await isPromised()));
  expect(await fellows()).toBeNull();
  await attend("Cleo");
  await tell(true);
  await eventually(isPromised);
  expect(await fellows()).toEqual({ nodes: [{ firstName: "Bo" }] });
  await identity.stop();
});
