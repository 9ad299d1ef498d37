import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  book,
  createMeetingType,
  createMeetingTypeQuery,
  offerMeeting,
  organization,
  slotsQuery,
  starts,
  updateMeetingType,
} from "./support/operations.ts";
import {
  account,
  codeOf,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

test("a booking page is found by its address, and an inactive one by members only", async () => {
  const { organizationId, host, meetingType } = await offerMeeting(scheduling);
  const field = `meetingType(slug: "${meetingType.slug}") { id title hosts { account { id } weight schedule { name } } location { kind text } }`;
  const asked = { id: organizationId, field };
  const page = (await organization(scheduling, anonymous, asked)).meetingType;
  expect(page).toMatchObject({ title: "A first talk", hosts: [{ weight: null, schedule: null }] });
  const seen = (await organization(scheduling, host, asked)).meetingType;
  expect(seen.hosts).toMatchObject([{ weight: 100, schedule: { name: "Working hours" } }]);
  await updateMeetingType(scheduling, host, { meetingTypeId: meetingType.id, isActive: false });
  expect((await organization(scheduling, anonymous, asked)).meetingType).toBeNull();
  expect((await organization(scheduling, host, asked)).meetingType.id).toBe(meetingType.id);
  const input = { meetingTypeId: meetingType.id, startAt: "2027-02-02T08:00:00Z" };
  // To a stranger it is as one that never was; a member is told why.
  expect(codeOf(await book(scheduling, input))).toBe("NOT_FOUND");
  expect(codeOf(await book(scheduling, input, host))).toBe("MEETING_TYPE_INACTIVE");
  const hold = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  const held = await scheduling.ask(anonymous, { query: hold, variables: { input } });
  expect(codeOf(held)).toBe("NOT_FOUND");
});

test("the address of a meeting room is for members and for those who booked", async () => {
  const text = "https://meet.example/secret-room";
  const { organizationId, host, meetingTypeId, meetingType } = await offerMeeting(scheduling, {
    meetingType: { location: { kind: "ONLINE", text } },
  });
  const asked = {
    id: organizationId,
    field: `meetingType(slug: "${meetingType.slug}") { location { text } }`,
  };
  expect((await organization(scheduling, anonymous, asked)).meetingType.location.text).toBeNull();
  expect((await organization(scheduling, host, asked)).meetingType.location.text).toBe(text);
  const booked = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z" });
  const { booking } = await scheduling.data(
    host,
    `query ($id: ID!) { booking(id: $id) { location { text } } }`,
    {
      id: booked.data.bookMeeting.booking.id,
    },
  );
  expect(booking.location.text).toBe(text);
});

test("where the host calls, a telephone number is needed", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { location: { kind: "HOST_CALLS" } },
  });
  const answer = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z" });
  expect(problemsOf(answer)).toEqual(["attendee.phone REQUIRED"]);
});

test("an address is taken once in an organization, and free in another", async () => {
  const { organizationId, host, scheduleId, meetingType } = await offerMeeting(scheduling);
  const input = {
    organizationId,
    scheduleId,
    slug: meetingType.slug,
    title: "T",
    durationsMinutes: [30],
  };
  const again = await scheduling.ask(host, { query: createMeetingTypeQuery, variables: { input } });
  expect(codeOf(again)).toBe("SLUG_TAKEN");
  const other = await createMeetingType(scheduling, host, { ...input, slug: "another" });
  expect(
    codeOf(
      await updateMeetingType(scheduling, host, {
        meetingTypeId: other.id,
        slug: meetingType.slug,
      }),
    ),
  ).toBe("SLUG_TAKEN");
  await offerMeeting(scheduling, { meetingType: { slug: meetingType.slug } });
});

test("a change changes what it names; what was answered stays with what was asked", async () => {
  const { host, meetingTypeId, meetingType } = await offerMeeting(scheduling, {
    meetingType: { questions: ["First?", "Second?"].map((label) => ({ kind: "TEXT", label })) },
  });
  const [first, second] = meetingType.questions;
  const booked = await book(scheduling, {
    meetingTypeId,
    startAt: "2027-02-02T08:00:00Z",
    answers: [first, second].map(({ id }: { id: string }) => ({
      questionId: id,
      text: `to ${id}`,
    })),
  });
  const changed = await updateMeetingType(scheduling, host, {
    meetingTypeId,
    title: "A second talk",
    noticeMinutes: 30,
    slug: null,
    questions: [
      { id: second.id, kind: "TEXT", label: "Second, really?" },
      { kind: "NUMBER", label: "How many?" },
    ],
  });
  expect(changed.data.updateMeetingType).toMatchObject({
    title: "A second talk",
    noticeMinutes: 30,
    slug: meetingType.slug,
    questions: [{ label: "Second, really?" }, { label: "How many?" }],
  });
  const [really] = changed.data.updateMeetingType.questions;
  expect(really.id).not.toBe(second.id);
  const { booking } = await scheduling.data(
    host,
    `query ($id: ID!) { booking(id: $id) { attendees { answers { text question { label } } } } }`,
    { id: booked.data.bookMeeting.booking.id },
  );
  expect(booking.attendees[0].answers).toEqual([
    { text: `to ${first.id}`, question: { label: "First?" } },
    { text: `to ${second.id}`, question: { label: "Second?" } },
  ]);
  const kinds = [{ id: really.id, kind: "NUMBER", label: "?" }];
  expect(
    problemsOf(await updateMeetingType(scheduling, host, { meetingTypeId, questions: kinds })),
  ).toEqual(["questions.0.kind FIXED"]);
});

test("only its hosts and admins change a meeting type", async () => {
  const { organizationId, host, meetingTypeId: id } = await offerMeeting(scheduling);
  const input = { meetingTypeId: id, title: "Mine" };
  expect(codeOf(await updateMeetingType(scheduling, anonymous, input))).toBe("NOT_FOUND");
  expect(codeOf(await updateMeetingType(scheduling, account(newId(), "OWNER"), input))).toBe(
    "NOT_FOUND",
  );
  expect(
    codeOf(await updateMeetingType(scheduling, account(organizationId, "MEMBER"), input)),
  ).toBe("FORBIDDEN");
  expect(
    codeOf(await updateMeetingType(scheduling, account(organizationId, "ADMIN"), input)),
  ).toBeNull();
  expect(codeOf(await updateMeetingType(scheduling, host, input))).toBeNull();
});

test("a schedule has nights, the midnight that ends a day, and dates of its own", async () => {
  const { host, scheduleId, meetingTypeId } = await offerMeeting(scheduling, {
    schedule: {
      weekly: [
        { days: [2], start: "22:00", end: "01:00" },
        { days: [4], start: "23:00", end: "00:00" },
      ],
      overrides: [
        { date: "2027-02-03", windows: [{ start: "09:00", end: "10:00" }] },
        { date: "2027-02-09", windows: [] },
      ],
    },
  });
  const dates = { id: meetingTypeId, from: "2027-02-01", to: "2027-02-10" };
  expect(await starts(scheduling, dates)).toEqual([
    "2027-02-02T21:00:00.000Z",
    "2027-02-02T21:30:00.000Z",
    "2027-02-02T22:00:00.000Z",
    "2027-02-02T22:30:00.000Z",
    "2027-02-02T23:00:00.000Z",
    "2027-02-02T23:30:00.000Z",
    "2027-02-03T08:00:00.000Z",
    "2027-02-03T08:30:00.000Z",
    "2027-02-04T22:00:00.000Z",
    "2027-02-04T22:30:00.000Z",
  ]);
  const query = `mutation ($input: UpdateScheduleInput!) {
    updateSchedule(input: $input) { timeZone weekly { days start end } overrides { date windows { start } } }
  }`;
  const input = {
    scheduleId,
    overrides: [],
    weekly: [{ days: [1], start: "23:00", end: "00:00" }],
  };
  const { updateSchedule } = await scheduling.data(host, query, { input });
  expect(updateSchedule).toEqual({
    timeZone: "Europe/Stockholm",
    weekly: [{ days: [1], start: "23:00", end: "24:00" }],
    overrides: [],
  });
  const stranger = await scheduling.ask(account(newId(), "OWNER"), { query, variables: { input } });
  expect(codeOf(stranger)).toBe("NOT_FOUND");
});

test("slots are grouped by the date of whoever looks, an hour that comes twice included", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    schedule: { weekly: [{ days: [7], start: "01:00", end: "04:00" }] },
    meetingType: { durationsMinutes: [60], horizonDays: 365 },
  });
  const ask = async (timeZone: string, date: string) => {
    const variables = { id: meetingTypeId, from: date, to: date, timeZone };
    return (await scheduling.data(anonymous, slotsQuery, variables)).meetingType.slots;
  };
  const [sunday] = await ask("Europe/Stockholm", "2027-10-31");
  expect(sunday.slots.map(({ localStart }: { localStart: string }) => localStart)).toEqual([
    "01:00",
    "02:00",
    "02:00",
    "03:00",
  ]);
  // In Honolulu the same four begin on Saturday.
  expect(await ask("Pacific/Honolulu", "2027-10-31")).toEqual([]);
  const [saturday] = await ask("Pacific/Honolulu", "2027-10-30");
  expect(saturday).toMatchObject({
    date: "2027-10-30",
    slots: [{ localStart: "13:00" }, {}, {}, {}],
  });
});
