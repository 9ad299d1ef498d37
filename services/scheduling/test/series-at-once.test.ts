import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookingInput, createMeetingTypeQuery, createSchedule } from "./support/operations.ts";
import { codes, expectSound } from "./support/sound.ts";
import { account, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const query = `mutation ($input: BookSeriesInput!) { bookSeries(input: $input) { bookings { booking { id } } } }`;
const recurrence = { frequency: "WEEKLY", count: 6, timeZone: "Europe/Stockholm" };
const input = (changes: Record<string, unknown>) =>
  bookingInput({ startAt: "2027-02-02T08:00:00Z", recurrence, ...changes });

/** Three hosts, the first of whom the third stands in for on some dates, and a meeting type of each pair. */
async function offerPairs() {
  const organizationId = newId();
  const admin = account(organizationId, "ADMIN");
  const people = [1, 2, 3].map(() => account(organizationId, "MEMBER"));
  const hosts: { accountId: string; scheduleId: string }[] = [];
  for (const person of people) {
    const scheduleId = await createSchedule(scheduling, person, { organizationId });
    hosts.push({ accountId: person.accountId, scheduleId });
  }
  const away = `mutation ($input: CreateAbsenceInput!) { createAbsence(input: $input) { id } }`;
  const dates = { organizationId, startsOn: "2027-02-22", endsOn: "2027-02-24" };
  const standIn = { ...dates, standInId: people[2]!.accountId };
  await scheduling.data(people[0]!, away, { input: standIn });
  const pairs = [
    [0, 1],
    [1, 0],
    [2, 1],
  ];
  const ids: string[] = [];
  for (const [i, pair] of pairs.entries()) {
    const meetingType = {
      organizationId,
      slug: `pair-${i}`,
      title: "Two of us",
      mode: "COLLECTIVE",
      durationsMinutes: [30],
      noticeMinutes: 0,
      maximumOccurrences: 6,
      hosts: pair.map((each) => hosts[each]),
    };
    const made = await scheduling.data(admin, createMeetingTypeQuery, { input: meetingType });
    ids.push(made.createMeetingType.id);
  }
  return { organizationId, ids };
}

test("series that want the same hosts in any order are booked whole or not at all, without a deadlock", async () => {
  const { organizationId, ids } = await offerPairs();
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, i) =>
      scheduling.ask(anonymous, {
        query,
        variables: { input: input({ meetingTypeId: ids[i % 3] }) },
      }),
    ),
  );
  // All pairs share the second host.
  expect(codes(answers)).toEqual({ BOOKED: 1, SERIES_NOT_AVAILABLE: 23 });
  const rows = await scheduling.sql(
    `SELECT count(*)::int AS bookings, count(DISTINCT series_id)::int AS series FROM booking WHERE organization_id = $1`,
    [organizationId],
  );
  expect(rows).toEqual([{ bookings: 6, series: 1 }]);
  await expectSound(scheduling);
});

test("series that take what is free share the starts, and none is given twice", async () => {
  const { organizationId, ids } = await offerPairs();
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      scheduling.ask(anonymous, {
        query,
        variables: {
          input: input({
            meetingTypeId: ids[i % 3],
            // Each begins a week later than the one before, and so meets it in the middle.
            startAt: new Date(Date.parse("2027-02-02T08:00:00Z") + (i % 4) * 604_800_000),
            ifPartly: "BOOK_WHAT_IS_FREE",
          }),
        },
      }),
    ),
  );
  const { BOOKED: booked = 0, SERIES_NOT_AVAILABLE: none = 0, ...others } = codes(answers);
  expect(others).toEqual({});
  expect(booked + none).toBe(12);
  const rows = await scheduling.sql(
    `SELECT count(*)::int AS bookings, count(DISTINCT start_at)::int AS starts FROM booking WHERE organization_id = $1`,
    [organizationId],
  );
  // The starts of six weeks and three more.
  expect(rows).toEqual([{ bookings: 9, starts: 9 }]);
  await expectSound(scheduling);
});

test("a series and single bookings at its starts: the series is whole or nothing of it is there", async () => {
  const { organizationId, ids } = await offerPairs();
  const single = `mutation ($input: BookMeetingInput!) { bookMeeting(input: $input) { booking { id } } }`;
  const answers = await Promise.all([
    scheduling.ask(anonymous, { query, variables: { input: input({ meetingTypeId: ids[0] }) } }),
    ...[5, 3, 4].map((week) => {
      const startAt = new Date(Date.parse("2027-02-02T08:00:00Z") + week * 604_800_000);
      const wish = bookingInput({ meetingTypeId: ids[1], startAt: startAt.toISOString() });
      return scheduling.ask(anonymous, { query: single, variables: { input: wish } });
    }),
  ]);
  const { BOOKED: booked, SLOT_TAKEN: _, SERIES_NOT_AVAILABLE: __, ...others } = codes(answers);
  expect(others).toEqual({});
  expect(booked).toBeGreaterThanOrEqual(1);
  const [row] = await scheduling.sql(
    "SELECT count(*)::int AS count FROM booking WHERE organization_id = $1 AND series_id IS NOT NULL",
    [organizationId],
  );
  expect([0, 6]).toContain(row.count);
  await expectSound(scheduling);
});
