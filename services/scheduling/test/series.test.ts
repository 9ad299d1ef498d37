import { anonymous, newId, type Caller } from "@tidbok/domain";
import type { Answer } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  ada,
  attendeeOf,
  book,
  bookingInput,
  cancelQuery,
  offerMeeting,
} from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
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

const query = `mutation ($input: BookSeriesInput!) { bookSeries(input: $input) {
  series { id frequency interval bookings { id startAt attendees { name } } }
  bookings { booking { id startAt state } attendee { id name email } manageUrl manageToken }
  missing { startAt code } } }`;

const bookSeries = (changes: Record<string, unknown>, caller: Caller = anonymous) =>
  scheduling.ask(caller, { query, variables: { input: bookingInput(changes) } });

const weekly = (count: number) => ({ frequency: "WEEKLY", count, timeZone: "Europe/Stockholm" });
const startsIn = (answer: Answer): string[] =>
  answer.data.bookSeries.bookings.map(
    ({ booking }: { booking: { startAt: string } }) => booking.startAt,
  );
const linkOf = (answer: Answer, n: number) =>
  attendeeOf({ data: { bookMeeting: answer.data.bookSeries.bookings[n] } } as Answer);
const offer = (meetingType: Record<string, unknown> = {}) =>
  offerMeeting(scheduling, {
    meetingType: { maximumOccurrences: 10, horizonDays: 120, ...meetingType },
  });

// Tuesdays at nine in Stockholm, before and after its clocks change on 28 March 2027.
const first = "2027-03-16T08:00:00.000Z";
const tuesdays = [
  first,
  "2027-03-23T08:00:00.000Z",
  "2027-03-30T07:00:00.000Z",
  "2027-04-06T07:00:00.000Z",
];

test("a series is booked at once at the same wall time, each meeting with a link of its own", async () => {
  const { meetingTypeId, host } = await offer();
  const answer = await bookSeries({ meetingTypeId, startAt: first, recurrence: weekly(4) });
  expect(startsIn(answer)).toEqual(tuesdays);
  const { series, bookings, missing } = answer.data.bookSeries;
  expect(series).toMatchObject({ frequency: "WEEKLY", interval: 1 });
  expect(missing).toEqual([]);
  expect(
    new Set(bookings.map(({ manageToken }: { manageToken: string }) => manageToken)).size,
  ).toBe(4);
  for (const { attendee } of bookings) expect(attendee).toMatchObject({ name: ada.name });
  const see = `query ($id: ID!) { booking(id: $id) { series { id bookings { id startAt attendees { name } } } } }`;
  const id = bookings[1].booking.id;
  const asHost = (await scheduling.data(host, see, { id })).booking.series;
  expect(asHost.bookings.map(({ startAt }: { startAt: string }) => startAt)).toEqual(tuesdays);
  // Each link shows who attends of its own booking alone.
  const own = (await scheduling.data(linkOf(answer, 1), see, { id })).booking.series;
  expect(
    own.bookings.map(({ attendees }: { attendees: { name: string }[] }) => attendees[0]!.name),
  ).toEqual([null, ada.name, null, null]);
  await expectSound(scheduling);
});

test("one piece of news is of the whole series, but for other hosts", async () => {
  const { meetingTypeId, organizationId } = await offer();
  await bookSeries({ meetingTypeId, startAt: first, recurrence: weekly(3) });
  const rows = await scheduling.sql(
    "SELECT data->'isFollowing' AS following FROM outbox WHERE organization_id = $1 AND type = 'scheduling.booking.made' ORDER BY id",
    [organizationId],
  );
  expect(rows.map(({ following }) => following)).toEqual([null, true, true]);
});

test("where one start is taken nothing is booked, and it says which and why", async () => {
  const { meetingTypeId, organizationId } = await offer();
  await book(scheduling, { meetingTypeId, startAt: tuesdays[2] });
  const input = { meetingTypeId, startAt: first, recurrence: weekly(4), idempotencyKey: newId() };
  const answer = await bookSeries(input);
  expect(codeOf(answer)).toBe("SERIES_NOT_AVAILABLE");
  expect(answer.errors?.[0]?.extensions).toMatchObject({
    occurrences: [{ startAt: tuesdays[2], code: "SLOT_TAKEN" }],
  });
  const [left] = await scheduling.sql(
    `SELECT count(*)::int AS bookings, (SELECT count(*)::int FROM series WHERE organization_id = $1) AS series
     FROM booking WHERE organization_id = $1`,
    [organizationId],
  );
  expect(left).toEqual({ bookings: 1, series: 0 });
  const keys = await scheduling.keys("SELECT subject_id::text AS id FROM subject_key ORDER BY id");
  const people = `SELECT id::text FROM attendee UNION SELECT owner_id::text FROM schedule ORDER BY id`;
  expect(keys).toEqual(await scheduling.sql(people));
  // The key was not used up: with the other wish it is another request for the same person to make.
  const again = await bookSeries({ ...input, ifPartly: "BOOK_WHAT_IS_FREE" });
  expect(startsIn(again)).toEqual(tuesdays.filter((_, i) => i !== 2));
  expect(again.data.bookSeries.missing).toEqual([{ startAt: tuesdays[2], code: "SLOT_TAKEN" }]);
  await expectSound(scheduling);
});

test("limits, horizon and hours are those of each meeting, and a series counts against its own limits", async () => {
  const { meetingTypeId } = await offer({
    horizonDays: 50,
    limits: [{ period: "WEEK", bookings: 2 }],
  });
  const daily = { frequency: "DAILY", interval: 1, count: 4, timeZone: "Europe/Stockholm" };
  const input = { meetingTypeId, startAt: first, recurrence: daily, ifPartly: "BOOK_WHAT_IS_FREE" };
  const answer = await bookSeries(input);
  expect(answer.data.bookSeries.missing.map(({ code }: { code: string }) => code)).toEqual([
    "SLOT_LIMIT_REACHED",
    "SLOT_LIMIT_REACHED",
  ]);
  const far = await bookSeries({ ...input, startAt: tuesdays[1], recurrence: weekly(2) });
  expect(far.data.bookSeries.missing.map(({ code }: { code: string }) => code)).toEqual([
    "SLOT_BEYOND_HORIZON",
  ]);
  // Counted in New York the meetings come an hour earlier in Stockholm until its clocks change, too.
  const abroad = await bookSeries({
    ...input,
    startAt: "2027-03-08T08:00:00Z",
    ifPartly: "BOOK_NOTHING",
    recurrence: { ...weekly(2), timeZone: "America/New_York" },
  });
  expect(abroad.errors?.[0]?.extensions["occurrences"]).toEqual([
    { startAt: "2027-03-15T07:00:00.000Z", code: "SLOT_OUTSIDE_HOURS" },
  ]);
});

test("where nothing can be had nothing is a series", async () => {
  const { meetingTypeId } = await offer();
  const input = { meetingTypeId, startAt: "2027-03-16T03:00:00Z", recurrence: weekly(2) };
  const answer = await bookSeries({ ...input, ifPartly: "BOOK_WHAT_IS_FREE" });
  expect(codeOf(answer)).toBe("SERIES_NOT_AVAILABLE");
  expect(answer.errors?.[0]?.extensions["occurrences"]).toHaveLength(2);
});

test("repeated with its key a series is the same one; 20 at once are one", async () => {
  const { meetingTypeId, organizationId } = await offer();
  await book(scheduling, { meetingTypeId, startAt: tuesdays[1] });
  const input = {
    meetingTypeId,
    startAt: first,
    recurrence: weekly(3),
    idempotencyKey: newId(),
    ifPartly: "BOOK_WHAT_IS_FREE",
  };
  const answers = await Promise.all(Array.from({ length: 20 }, () => bookSeries(input)));
  expect(new Set(answers.map(({ data }) => JSON.stringify(data.bookSeries))).size).toBe(1);
  expect(answers[0]!.data.bookSeries.missing).toHaveLength(1);
  const count = "SELECT count(*)::int AS count FROM booking WHERE organization_id = $1";
  expect(await scheduling.sql(count, [organizationId])).toEqual([{ count: 3 }]);
  const other = await bookSeries({ ...input, recurrence: weekly(4) });
  expect(codeOf(other)).toBe("IDEMPOTENCY_KEY_REUSED");
});

test("an attendee cancels one meeting of a series, or it and all that follow", async () => {
  const { meetingTypeId } = await offer();
  const answer = await bookSeries({ meetingTypeId, startAt: first, recurrence: weekly(4) });
  const ids: string[] = answer.data.bookSeries.bookings.map(
    ({ booking }: { booking: { id: string } }) => booking.id,
  );
  const cancel = (n: number, input: Record<string, unknown>) =>
    scheduling.ask(linkOf(answer, n), {
      query: cancelQuery,
      variables: { input: { bookingId: ids[n], ...input } },
    });
  const states = async () =>
    (
      await scheduling.sql(
        "SELECT state FROM booking WHERE id = ANY($1::uuid[]) ORDER BY start_at",
        [ids],
      )
    ).map(({ state }) => state);
  expect(codeOf(await cancel(0, {}))).toBeNull();
  expect(await states()).toEqual(["CANCELLED", "CONFIRMED", "CONFIRMED", "CONFIRMED"]);
  const twice = await Promise.all([
    cancel(2, { extent: "FOLLOWING", reason: "Moving away" }),
    cancel(2, { extent: "FOLLOWING", reason: "Moving away" }),
  ]);
  expect(twice.map(codeOf)).toEqual([null, null]);
  expect(await states()).toEqual(["CANCELLED", "CONFIRMED", "CANCELLED", "CANCELLED"]);
  const told = await scheduling.sql(
    `SELECT aggregate_id FROM outbox WHERE type = 'scheduling.booking.cancelled' AND aggregate_id = ANY($1::uuid[])`,
    [ids],
  );
  expect(told).toHaveLength(3);
  // A link of one meeting still moves no other by its id.
  const other = await scheduling.ask(linkOf(answer, 2), {
    query: cancelQuery,
    variables: { input: { bookingId: ids[1] } },
  });
  expect(codeOf(other)).toBe("NOT_FOUND");
  await expectSound(scheduling);
});

test("a host cancels what follows of a series that they host, and a stranger nothing", async () => {
  const { meetingTypeId, host, organizationId } = await offer();
  const answer = await bookSeries({ meetingTypeId, startAt: first, recurrence: weekly(3) });
  const input = { bookingId: answer.data.bookSeries.bookings[1].booking.id, extent: "FOLLOWING" };
  const cancel = (caller: Caller) =>
    scheduling.ask(caller, { query: cancelQuery, variables: { input } });
  expect(codeOf(await cancel(account(organizationId, "MEMBER")))).toBe("NOT_FOUND");
  expect(codeOf(await cancel(host))).toBeNull();
  const rows = await scheduling.sql(
    "SELECT state FROM booking WHERE organization_id = $1 ORDER BY start_at",
    [organizationId],
  );
  expect(rows.map(({ state }) => state)).toEqual(["CONFIRMED", "CANCELLED", "CANCELLED"]);
});

test("a series of seats joins the meetings that are there", async () => {
  const { meetingTypeId } = await offer({ seats: 2 });
  for (let i = 0; i < 2; i += 1) {
    const answer = await bookSeries({ meetingTypeId, startAt: first, recurrence: weekly(3) });
    expect(codeOf(answer)).toBeNull();
  }
  const third = await bookSeries({ meetingTypeId, startAt: first, recurrence: weekly(3) });
  expect(third.errors?.[0]?.extensions["occurrences"]).toHaveLength(3);
  await expectSound(scheduling);
});

test("absurd rules are refused with their paths, and nothing is booked", async () => {
  const { meetingTypeId, organizationId } = await offer();
  const refused = async (recurrence: Record<string, unknown>) =>
    problemsOf(
      await bookSeries({
        meetingTypeId,
        startAt: first,
        recurrence: { ...weekly(2), ...recurrence },
      }),
    );
  expect(await refused({ count: 1 })).toEqual(["recurrence.count TOO_SMALL"]);
  expect(await refused({ count: 11 })).toEqual(["recurrence.count TOO_LARGE"]);
  expect(await refused({ count: 1_000_000 })).toEqual(["recurrence.count TOO_LARGE"]);
  expect(await refused({ interval: 0 })).toEqual(["recurrence.interval TOO_SMALL"]);
  expect(await refused({ interval: 13 })).toEqual(["recurrence.interval TOO_LARGE"]);
  expect(await refused({ timeZone: "Mars/Olympus" })).toEqual([
    "recurrence.timeZone UNKNOWN_TIME_ZONE",
  ]);
  const single = await offerMeeting(scheduling);
  const none = await bookSeries({
    meetingTypeId: single.meetingTypeId,
    startAt: first,
    recurrence: weekly(2),
  });
  expect(problemsOf(none)).toEqual(["recurrence.count TOO_LARGE"]);
  const [row] = await scheduling.sql(
    "SELECT count(*)::int AS count FROM booking WHERE organization_id = $1",
    [organizationId],
  );
  expect(row.count).toBe(0);
});
