import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  bookingInput,
  bookQuery,
  createMeetingType,
  offerMeeting,
  organization,
  slotsQuery,
} from "./support/operations.ts";
import { codes, expectSound } from "./support/sound.ts";
import { account, codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
let replica: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
  const { database, config } = scheduling;
  replica = await startScheduling({ database, config });
});
afterAll(async () => {
  await replica.stop();
  await scheduling.stop();
});

const nine = "2027-02-02T08:00:00.000Z";
const ten = "2027-02-02T09:00:00.000Z";
const holdQuery = "mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }";
const blockQuery = "mutation ($input: BlockTimeInput!) { blockTime(input: $input) { id } }";
const spellings = (id: string) => [id, id.toUpperCase()];

test("a booking and a blocked time race for the same host, however its id is written", async () => {
  for (let round = 0; round < 12; round += 1) {
    const { meetingTypeId, host, organizationId } = await offerMeeting(scheduling);
    const blocked = {
      organizationId: organizationId.toUpperCase(),
      accountId: host.accountId.toUpperCase(),
      startAt: nine,
      endAt: ten,
      idempotencyKey: newId(),
    };
    const input = bookingInput({ meetingTypeId, startAt: nine });
    const answers = await Promise.all([
      scheduling.ask(anonymous, { query: bookQuery, variables: { input } }),
      replica.ask(host, { query: blockQuery, variables: { input: blocked } }),
    ]);
    expect(answers.filter((answer) => codeOf(answer) === null)).toHaveLength(1);
  }
});

test("a meeting type whose host is named in capitals is booked once by many at once", async () => {
  const { scheduleId, host, organizationId } = await offerMeeting(scheduling);
  const meetingType = await createMeetingType(scheduling, host, {
    organizationId: organizationId.toUpperCase(),
    hosts: [{ accountId: host.accountId.toUpperCase(), scheduleId: scheduleId.toUpperCase() }],
  });
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, i) => {
      const meetingTypeId = spellings(meetingType.id as string)[i % 2];
      const input = bookingInput({ meetingTypeId, startAt: nine });
      return [scheduling, replica][i % 2]!.ask(anonymous, {
        query: bookQuery,
        variables: { input },
      });
    }),
  );
  expect(codes(answers)).toEqual({ BOOKED: 1, SLOT_TAKEN: 15 });
  await expectSound(scheduling);
});

test("attempts from one network count together, however the meeting type's id is written", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const attempt = async (i: number) => {
    const input = {
      meetingTypeId: spellings(meetingTypeId)[i % 2],
      startAt: "2027-02-02T03:00:00.000Z",
    };
    return codeOf(
      await scheduling.ask(anonymous, { query: holdQuery, variables: { input }, network: "one" }),
    );
  };
  const told: (string | null)[] = [];
  for (let i = 0; i < 41; i += 1) told.push(await attempt(i));
  expect(told).toEqual([...Array<string>(40).fill("SLOT_OUTSIDE_HOURS"), "RATE_LIMITED"]);
});

test("a hold is used by a booking that writes its id and the meeting type's in capitals", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const variables = { input: { meetingTypeId, startAt: nine } };
  const { holdSlot } = await scheduling.data(anonymous, holdQuery, variables);
  const input = bookingInput({
    meetingTypeId: meetingTypeId.toUpperCase(),
    holdId: holdSlot.id.toUpperCase(),
    startAt: nine,
  });
  const booked = await scheduling.ask(anonymous, { query: bookQuery, variables: { input } });
  expect(codeOf(booked)).toBeNull();
  const repeated = { ...input, meetingTypeId, holdId: holdSlot.id };
  const again = await scheduling.ask(anonymous, {
    query: bookQuery,
    variables: { input: repeated },
  });
  expect(again.data).toEqual(booked.data);
});

test("queries, lists and references find the same row by an id in capitals", async () => {
  const { meetingTypeId, organizationId, host } = await offerMeeting(scheduling);
  const days = { from: "2027-02-02", to: "2027-02-02", timeZone: "Europe/Stockholm" };
  const [small, capital] = await Promise.all(
    spellings(meetingTypeId).map((id) => scheduling.data(anonymous, slotsQuery, { id, ...days })),
  );
  expect(capital).toEqual(small);
  expect(capital.meetingType.slots[0].slots).not.toHaveLength(0);
  const field = "id meetingTypes { edges { node { id } } }";
  const [ofSmall, ofCapital] = await Promise.all(
    spellings(organizationId).map((id) => organization(scheduling, host, { id, field })),
  );
  expect(ofCapital).toEqual(ofSmall);
  expect(ofCapital.id).toBe(organizationId);
  const stranger = account(newId(), "OWNER");
  expect(
    await organization(scheduling, stranger, { id: organizationId.toUpperCase(), field: "id" }),
  ).toEqual({ id: organizationId });
});
