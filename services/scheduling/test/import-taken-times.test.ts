import { anonymous, newId, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as imports from "./support/imports.ts";
import { book, createMeetingType, createSchedule, offerMeeting } from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import { account, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const { csv, row, told } = imports;
const bring = (caller: Caller, input: Record<string, unknown>) =>
  imports.bring(scheduling, caller, input);

/** What a check says, then what an import that skips refused lines does. */
async function bothWays(caller: Caller, input: { meetingTypeId: string; content: string }) {
  const checked = told(await bring(caller, { ...input, mode: "CHECK" }));
  const done = await bring(caller, { ...input, skipsRefused: true });
  expect(told(done)).toEqual(checked.map((line) => line.replace("IMPORTABLE", "IMPORTED")));
  return checked;
}

const at = (time: string) => `2027-02-02 ${time}`;

test("a time that another attendee has booked is refused by a check and skipped by an import", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z" });
  const content = csv(row(at("09:00")), row(at("10:00")));
  expect(await bothWays(host, { meetingTypeId, content })).toEqual([
    "2 REFUSED START TIME_TAKEN",
    "3 IMPORTABLE",
  ]);
});

test("a time that a visitor holds is refused by a check and skipped by an import", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  await scheduling.data(
    anonymous,
    "mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }",
    { input: { meetingTypeId, startAt: "2027-02-02T08:00:00Z" } },
  );
  const content = csv(row(at("09:00")), row(at("10:00")));
  expect(await bothWays(host, { meetingTypeId, content })).toEqual([
    "2 REFUSED START TIME_TAKEN",
    "3 IMPORTABLE",
  ]);
});

test("a check and an import agree about times that a host gives in other meeting types and other organizations", async () => {
  const { host, organizationId, meetingTypeId } = await offerMeeting(scheduling);
  const elsewhere = newId();
  const callers = [host, account(elsewhere, "OWNER", host.accountId)] as const;
  for (const [i, caller] of callers.entries()) {
    const of = { organizationId: i === 0 ? organizationId : elsewhere };
    const scheduleId = await createSchedule(scheduling, caller, of);
    const other = await createMeetingType(scheduling, caller, { ...of, scheduleId });
    const startAt = `2027-02-02T0${8 + i}:00:00Z`;
    await book(scheduling, { meetingTypeId: other.id, startAt });
  }
  const times = ["09:00", "09:15", "09:30", "10:00", "10:30", "11:00"];
  expect(
    await bothWays(host, { meetingTypeId, content: csv(...times.map((t) => row(at(t)))) }),
  ).toEqual([
    "2 REFUSED START TIME_TAKEN",
    "3 REFUSED START TIME_TAKEN",
    "4 IMPORTABLE",
    "5 REFUSED START TIME_TAKEN",
    "6 IMPORTABLE",
    "7 IMPORTABLE",
  ]);
});

test("what was imported beside taken times is sound", () => expectSound(scheduling));
