import { newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { book, createSchedule, offerMeeting } from "./support/operations.ts";
import { account, codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

// A host reads answers and writes private notes. An admin may not become one for a moment to read them.
let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

type Caller = Parameters<Scheduling["ask"]>[0];
const reassignQuery = `mutation ($input: ReassignHostInput!) { reassignHost(input: $input) {
  hosts { id } notes { nodes { text } } attendees { name answers { text } } } }`;
const addQuery = `mutation ($input: AddBookingNoteInput!) { addBookingNote(input: $input) { id } }`;

async function openStage() {
  const questions = [{ kind: "TEXT", label: "Topic?" }];
  const offer = await offerMeeting(scheduling, { meetingType: { questions } });
  const { organizationId, host, meetingTypeId, meetingType } = offer;
  const answers = [{ questionId: meetingType.questions[0].id, text: "engines" }];
  const booked = await book(scheduling, {
    meetingTypeId,
    startAt: "2027-02-02T08:00:00Z",
    answers,
  });
  const { id: bookingId } = booked.data.bookMeeting.booking;
  const note = { bookingId, text: "Cries easily", idempotencyKey: newId() };
  await scheduling.data(host, addQuery, { input: note });
  const people = (["ADMIN", "OWNER", "MEMBER"] as const).map((role) =>
    account(organizationId, role),
  );
  for (const each of people) await createSchedule(scheduling, each, { organizationId });
  const [admin, owner, member] = people as [Host, Host, Host];
  const handOver = (caller: Caller, { fromHostId, toHostId }: Record<string, string>) =>
    scheduling.ask(caller, {
      query: reassignQuery,
      variables: { input: { bookingId, fromHostId, toHostId, mayBeAnyMember: true } },
    });
  return { organizationId, host, bookingId, admin, owner, member, handOver };
}
type Host = ReturnType<typeof account>;
const fromTo = (from: Host, to: Host) => ({
  fromHostId: from.accountId,
  toHostId: to.accountId,
});

test("an admin or owner does not take a booking over where admins may not see attendees", async () => {
  const { host, admin, owner, member, handOver, bookingId } = await openStage();
  for (const who of [admin, owner]) {
    expect(codeOf(await handOver(who, fromTo(host, who)))).toBe("FORBIDDEN");
  }
  // Another member takes it; the member does not give it back to the admin's order either.
  expect(codeOf(await handOver(admin, fromTo(host, member)))).toBeNull();
  expect(codeOf(await handOver(admin, fromTo(member, admin)))).toBe("FORBIDDEN");
  const told = await scheduling.sql(
    "SELECT data FROM outbox WHERE aggregate_id = $1 AND type = 'scheduling.booking.reassigned'",
    [bookingId],
  );
  expect(told).toMatchObject([{ data: { by: "ADMIN", byId: admin.accountId } }]);
});

test("where an owner lets admins see attendees, an admin takes over, and notes stay with their author", async () => {
  const { organizationId, host, admin, handOver, bookingId } = await openStage();
  await scheduling.sql("INSERT INTO oversight (organization_id, since) VALUES ($1, now())", [
    organizationId,
  ]);
  const taken = await handOver(admin, fromTo(host, admin));
  expect(taken.data.reassignHost).toMatchObject({
    hosts: [{ id: admin.accountId }],
    attendees: [{ answers: [{ text: "engines" }] }],
    notes: { nodes: [] },
  });
  const query = `query ($id: ID!) { booking(id: $id) { notes { nodes { text } } } }`;
  await handOver(admin, fromTo(admin, host));
  const back = await scheduling.data(host, query, { id: bookingId });
  expect(back.booking.notes.nodes).toEqual([{ text: "Cries easily" }]);
});
