import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  book,
  bookingQuery,
  createSchedule,
  offerMeeting,
  organization,
  rescheduleQuery,
  starts,
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

type Caller = Parameters<Scheduling["ask"]>[0];
const fields = "id startsOn endsOn reason account { id } standIn { id }";
const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
const createAbsence = mutation("createAbsence", "CreateAbsenceInput");
const updateAbsence = mutation("updateAbsence", "UpdateAbsenceInput");
const deleteAbsence = mutation("deleteAbsence", "DeleteAbsenceInput");
const send = (caller: Caller, query: string, input: Record<string, unknown>) =>
  scheduling.ask(caller, { query, variables: { input } });
const listed = async (caller: Caller, id: string) =>
  (await organization(scheduling, caller, { id, field: `absences { nodes { ${fields} } }` }))
    .absences;
const days = { startsOn: "2027-02-03", endsOn: "2027-02-04" };
const wednesday = "2027-02-03T09:00:00Z";

test("on days away nothing is offered and nothing booked, and what was booked stays", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  const before = await book(scheduling, { meetingTypeId, startAt: "2027-02-03T08:00:00Z" });
  expect(codeOf(before)).toBeNull();
  const made = await send(host, createAbsence, { organizationId, ...days, reason: "A cold" });
  const absence = made.data.createAbsence;
  expect(absence).toMatchObject({
    ...days,
    reason: "A cold",
    account: { id: host.accountId },
    standIn: null,
  });
  const offered = await starts(scheduling, {
    id: meetingTypeId,
    from: "2027-02-02",
    to: "2027-02-05",
  });
  expect(new Set(offered.map((start) => start.slice(0, 10)))).toEqual(
    new Set(["2027-02-02", "2027-02-05"]),
  );
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: wednesday }))).toBe(
    "SLOT_OUTSIDE_HOURS",
  );

  const later = await send(host, updateAbsence, { absenceId: absence.id, startsOn: "2027-02-04" });
  expect(later.data.updateAbsence).toMatchObject({ startsOn: "2027-02-04", reason: "A cold" });
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: wednesday }))).toBeNull();
  const quiet = await send(host, updateAbsence, { absenceId: absence.id, reason: null });
  expect(quiet.data.updateAbsence.reason).toBeNull();
  expect(codeOf(await send(host, deleteAbsence, { absenceId: absence.id }))).toBeNull();
  expect(await listed(host, organizationId)).toEqual({ nodes: [] });
});

test("why somebody is away only they read; it is sealed, exported and erased", async () => {
  const { organizationId, host } = await offerMeeting(scheduling);
  const admin = account(organizationId, "ADMIN");
  const made = await send(host, createAbsence, { organizationId, ...days, reason: "An operation" });
  const { id: absenceId } = made.data.createAbsence;
  expect((await listed(host, organizationId)).nodes).toMatchObject([{ reason: "An operation" }]);
  expect((await listed(admin, organizationId)).nodes).toMatchObject([{ ...days, reason: null }]);
  expect(await listed(account(organizationId, "MEMBER"), organizationId)).toEqual({ nodes: [] });
  expect(await listed(anonymous, organizationId)).toBeNull();
  const rows = await scheduling.sql("SELECT * FROM absence WHERE id = $1", [absenceId]);
  expect(JSON.stringify(rows)).not.toContain("operation");
  expect(rows[0].reason).toBeInstanceOf(Buffer);

  expect(codeOf(await send(admin, updateAbsence, { absenceId, reason: "Lazy" }))).toBe("FORBIDDEN");
  expect(codeOf(await send(admin, updateAbsence, { absenceId, endsOn: "2027-02-05" }))).toBeNull();
  const strangers = [account(newId(), "OWNER"), anonymous];
  for (const stranger of strangers) {
    expect(codeOf(await send(stranger, deleteAbsence, { absenceId }))).toBe("NOT_FOUND");
  }
  const member = account(organizationId, "MEMBER");
  expect(codeOf(await send(member, deleteAbsence, { absenceId }))).toBe("FORBIDDEN");
  const theirs = { organizationId, accountId: host.accountId, ...days };
  expect(codeOf(await send(member, createAbsence, theirs))).toBe("FORBIDDEN");
});

test("a colleague who stands in takes the meetings on these days, in slots and in bookings alike", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  const colleague = account(organizationId, "MEMBER");
  await createSchedule(scheduling, colleague, {
    organizationId,
    weekly: [{ days: [1, 2, 3, 4, 5], start: "12:00", end: "13:00" }],
  });
  const before = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z" });
  const standInId = colleague.accountId;
  await send(host, createAbsence, { organizationId, ...days, standInId });
  const dates = { id: meetingTypeId, from: "2027-02-02", to: "2027-02-05" };
  const offered = await starts(scheduling, dates);
  expect(offered.filter((start) => start > "2027-02-03" && start < "2027-02-05")).toEqual([
    "2027-02-03T11:00:00.000Z",
    "2027-02-03T11:30:00.000Z",
    "2027-02-04T11:00:00.000Z",
    "2027-02-04T11:30:00.000Z",
  ]);
  expect(offered.filter((start) => start > "2027-02-05")).toHaveLength(16);

  const startAt = "2027-02-03T11:00:00Z";
  const hold = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  const { holdSlot } = await scheduling.data(anonymous, hold, {
    input: { meetingTypeId, startAt },
  });
  const booked = await book(scheduling, { meetingTypeId, startAt, holdId: holdSlot.id });
  const { id } = booked.data.bookMeeting.booking;
  const seen = (await scheduling.data(colleague, bookingQuery, { id })).booking;
  expect(seen).toMatchObject({ host: { id: standInId }, attendees: [{ name: "Ada Lovelace" }] });
  expect((await scheduling.data(host, bookingQuery, { id })).booking).toBeNull();
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt }))).toBe("SLOT_TAKEN");
  expect(await starts(scheduling, dates)).not.toContain("2027-02-03T11:00:00.000Z");
  // Two more at once: the colleague's time is kept apart as everybody's is.
  const last = { meetingTypeId, startAt: "2027-02-03T11:30:00Z" };
  const pair = await Promise.all([book(scheduling, last), book(scheduling, last)]);
  expect(pair.map(codeOf).sort()).toEqual(["SLOT_TAKEN", null].sort());
  // A meeting that the host has does not change hands by moving it into these days.
  const move = { bookingId: before.data.bookMeeting.booking.id, startAt: "2027-02-04T11:00:00Z" };
  expect(codeOf(await send(host, rescheduleQuery, move))).toBe("SLOT_OUTSIDE_HOURS");
});

test.each([
  ["that ends first", { endsOn: "2027-02-02" }, "endsOn END_BEFORE_START"],
  ["of a lifetime", { endsOn: "2037-02-02" }, "endsOn TOO_LARGE"],
  ["with a stranger who stands in", { standInId: newId() }, "standInId NO_SCHEDULE"],
  ["with a novel for a reason", { reason: "x".repeat(1_001) }, "reason TOO_LARGE"],
])("an absence %s is refused, and nothing is stored", async (_, changes, problem) => {
  const { organizationId, host } = await offerMeeting(scheduling);
  const input = { organizationId, ...days, ...changes };
  expect(problemsOf(await send(host, createAbsence, input))).toEqual([problem]);
  const own = { ...input, ...changes, standInId: host.accountId };
  expect(problemsOf(await send(host, createAbsence, { ...own, ...days, reason: null }))).toEqual([
    "standInId SAME_PERSON",
  ]);
  expect(
    await scheduling.sql("SELECT 1 FROM absence WHERE organization_id = $1", [organizationId]),
  ).toEqual([]);
});
