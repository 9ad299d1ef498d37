import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  book,
  createMeetingTypeQuery,
  createSchedule,
  offerMeeting,
  organization,
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

const updateSchedule = `mutation ($input: UpdateScheduleInput!) {
  updateSchedule(input: $input) { id isDefault holidayCountry travel { from to timeZone } holidays(year: 2027) { date name } }
}`;
const deleteSchedule = `mutation ($input: DeleteScheduleInput!) { deleteSchedule(input: $input) { id } }`;
type Caller = Parameters<Scheduling["ask"]>[0];

const change = (caller: Caller, input: Record<string, unknown>) =>
  scheduling.ask(caller, { query: updateSchedule, variables: { input } });
const remove = (caller: Caller, scheduleId: string) =>
  scheduling.ask(caller, { query: deleteSchedule, variables: { input: { scheduleId } } });

async function schedulesOf(caller: Caller, id: string) {
  const field = "schedules { nodes { id name isDefault } }";
  const found = await organization(scheduling, caller, { id, field });
  return found.schedules.nodes as { id: string; name: string; isDefault: boolean }[];
}

test("on a travel the hours are those of the place, in slots and in bookings", async () => {
  const { host, scheduleId, meetingTypeId } = await offerMeeting(scheduling, {
    schedule: { travel: [{ from: "2027-02-03", to: "2027-02-04", timeZone: "America/New_York" }] },
  });
  const first = async (from: string) => (await starts(scheduling, { id: meetingTypeId, from }))[0];
  expect(await first("2027-02-02")).toBe("2027-02-02T08:00:00.000Z");
  expect(await first("2027-02-03")).toBe("2027-02-03T14:00:00.000Z");
  const early = { meetingTypeId, startAt: "2027-02-03T08:00:00Z" };
  expect(codeOf(await book(scheduling, early))).toBe("SLOT_OUTSIDE_HOURS");
  const onTime = { meetingTypeId, startAt: "2027-02-03T14:00:00Z" };
  expect(codeOf(await book(scheduling, onTime))).toBeNull();

  const kept = await change(host, { scheduleId, name: "Abroad" });
  expect(kept.data.updateSchedule.travel).toHaveLength(1);
  const home = await change(host, { scheduleId, travel: [] });
  expect(home.data.updateSchedule.travel).toEqual([]);
  expect(await first("2027-02-04")).toBe("2027-02-04T08:00:00.000Z");
});

test("on public holidays there are no weekly hours, but for dates that are opened", async () => {
  const { host, scheduleId, meetingTypeId } = await offerMeeting(scheduling, {
    schedule: { holidayCountry: "SE" },
    meetingType: { horizonDays: 365 },
  });
  const count = async (from: string) =>
    (await starts(scheduling, { id: meetingTypeId, from })).length;
  // Good Friday and Midsummer's Day; the Thursday before is a working day.
  expect(await Promise.all(["2027-03-26", "2027-06-26", "2027-03-25"].map(count))).toEqual([
    0, 0, 16,
  ]);
  const feast = { meetingTypeId, startAt: "2027-03-26T08:00:00Z" };
  expect(codeOf(await book(scheduling, feast))).toBe("SLOT_OUTSIDE_HOURS");
  const overrides = [{ date: "2027-03-26", windows: [{ start: "09:00", end: "10:00" }] }];
  const opened = await change(host, { scheduleId, overrides });
  expect(opened.data.updateSchedule).toMatchObject({ holidayCountry: "SE" });
  expect(opened.data.updateSchedule.holidays).toContainEqual({
    date: "2027-03-26",
    name: "långfredagen",
  });
  expect(await count("2027-03-26")).toBe(2);
  expect(codeOf(await book(scheduling, feast))).toBeNull();
  const none = await change(host, { scheduleId, holidayCountry: null });
  expect(none.data.updateSchedule).toMatchObject({ holidayCountry: null, holidays: [] });
  expect(await count("2027-06-26")).toBe(16);
});

test("business days leave out holidays", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    schedule: { holidayCountry: "SE" },
    meetingType: { horizonKind: "BUSINESS_DAYS", horizonDays: 37 },
  });
  const offered = await starts(scheduling, {
    id: meetingTypeId,
    from: "2027-02-01",
    to: "2027-04-03",
  });
  // 37 working days after 1 February is 24 March; the 38th 25 March, and then Easter.
  expect(offered.at(-1)?.slice(0, 10)).toBe("2027-03-24");
});

test("a host has several schedules, and one of them is the default", async () => {
  const organizationId = newId();
  const host = account(organizationId, "MEMBER");
  const first = await createSchedule(scheduling, host, { organizationId, name: "Office" });
  const second = await createSchedule(scheduling, host, { organizationId, name: "Evenings" });
  expect(await schedulesOf(host, organizationId)).toEqual([
    { id: second, name: "Evenings", isDefault: false },
    { id: first, name: "Office", isDefault: true },
  ]);
  await change(host, { scheduleId: second, isDefault: true });
  expect((await schedulesOf(host, organizationId)).map(({ isDefault }) => isDefault)).toEqual([
    true,
    false,
  ]);
  const third = await createSchedule(scheduling, host, {
    organizationId,
    name: "Third",
    isDefault: true,
  });
  const defaults = (await schedulesOf(host, organizationId)).filter(({ isDefault }) => isDefault);
  expect(defaults.map(({ id }) => id)).toEqual([third]);

  const admin = account(organizationId, "ADMIN");
  const input = {
    organizationId,
    slug: "any",
    title: "T",
    durationsMinutes: [30],
    hosts: [{ accountId: host.accountId }],
  };
  const query = createMeetingTypeQuery.replace("isActive", "isActive hosts { schedule { id } }");
  const made = await scheduling.data(admin, query, { input });
  expect(made.createMeetingType.hosts).toEqual([{ schedule: { id: third } }]);
  const stranger = { ...input, slug: "other", hosts: [{ accountId: newId() }] };
  const refused = await scheduling.ask(admin, { query, variables: { input: stranger } });
  expect(problemsOf(refused)).toEqual(["hosts.0.scheduleId UNKNOWN_SCHEDULE"]);
});

test("of schedules that are made at once exactly one is the default", async () => {
  const organizationId = newId();
  const host = account(organizationId, "MEMBER");
  await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      createSchedule(scheduling, host, { organizationId, isDefault: i % 2 === 0 }),
    ),
  );
  const defaults = (await schedulesOf(host, organizationId)).filter(({ isDefault }) => isDefault);
  expect(defaults).toHaveLength(1);
});

test("a schedule is deleted when nobody is booked by it, and the oldest takes the default over", async () => {
  const { organizationId, host, scheduleId, meetingTypeId } = await offerMeeting(scheduling);
  const second = await createSchedule(scheduling, host, { organizationId });
  const third = await createSchedule(scheduling, host, { organizationId });
  expect(codeOf(await remove(host, scheduleId))).toBe("SCHEDULE_IN_USE");
  const hosts = [{ accountId: host.accountId, scheduleId: third }];
  expect(codeOf(await updateMeetingType(scheduling, host, { meetingTypeId, hosts }))).toBeNull();
  expect(codeOf(await remove(account(organizationId, "MEMBER"), scheduleId))).toBe("FORBIDDEN");
  expect(codeOf(await remove(account(newId(), "OWNER"), scheduleId))).toBe("NOT_FOUND");
  expect(codeOf(await remove(anonymous, scheduleId))).toBe("NOT_FOUND");
  expect(codeOf(await remove(host, scheduleId))).toBeNull();
  expect(codeOf(await remove(host, scheduleId))).toBe("NOT_FOUND");
  expect(
    (await schedulesOf(host, organizationId)).filter(({ isDefault }) => isDefault),
  ).toMatchObject([{ id: second }]);
});

test.each([
  [
    "travels that overlap",
    {
      travel: ["2027-02-01", "2027-02-05"].map((from) => ({
        from,
        to: "2027-02-06",
        timeZone: "UTC",
      })),
    },
    "travel.1 OVERLAPS",
  ],
  [
    "a travel that ends first",
    { travel: [{ from: "2027-02-02", to: "2027-02-01", timeZone: "UTC" }] },
    "travel.0.to END_BEFORE_START",
  ],
  [
    "a travel to nowhere",
    { travel: [{ from: "2027-02-02", to: "2027-02-02", timeZone: "Mars/Olympus" }] },
    "travel.0.timeZone UNKNOWN_TIME_ZONE",
  ],
  ["an unknown country", { holidayCountry: "XX" }, "holidayCountry UNKNOWN_COUNTRY"],
  ["a country in words", { holidayCountry: "Sweden" }, "holidayCountry WRONG_FORMAT"],
])("a schedule with %s is refused and stays as it was", async (_, changes, problem) => {
  const { host, scheduleId } = await offerMeeting(scheduling);
  const before = await scheduling.sql("SELECT * FROM schedule WHERE id = $1", [scheduleId]);
  expect(problemsOf(await change(host, { scheduleId, ...changes }))).toEqual([problem]);
  expect(await scheduling.sql("SELECT * FROM schedule WHERE id = $1", [scheduleId])).toEqual(
    before,
  );
  const travels = await scheduling.sql("SELECT 1 FROM schedule_travel WHERE schedule_id = $1", [
    scheduleId,
  ]);
  expect(travels).toEqual([]);
});
