import { expect, test } from "vitest";
import { calendarFile } from "../src/public/manage/calendar-file.ts";
import { changeUntil, pageStateOf } from "../src/public/manage/page-state-of.ts";
import { subjectOf } from "../src/public/manage/subject-of.ts";
import { writeWhen } from "../src/public/manage/write-when.ts";

type Booking = Parameters<typeof pageStateOf>[0];

const now = Date.parse("2027-02-01T08:00:00Z");
const booking = (changes: object) =>
  ({
    state: "CONFIRMED",
    startAt: "2027-02-01T09:00:00Z",
    endAt: "2027-02-01T09:30:00Z",
    changeNoticeMinutes: 0,
    proposal: null,
    history: { nodes: [] },
    ...changes,
  }) as unknown as Booking;

test.each([
  ["confirmed", {}],
  ["pending", { state: "PENDING" }],
  ["cancelled", { state: "CANCELLED" }],
  ["declined", { state: "DECLINED" }],
  ["past", { state: "COMPLETED" }],
  ["past", { state: "NO_SHOW" }],
  ["past", { startAt: "2027-02-01T07:00:00Z", endAt: "2027-02-01T08:00:00Z" }],
  ["proposed", { proposal: { state: "OPEN", by: "HOST" } }],
  ["asked", { proposal: { state: "OPEN", by: "ATTENDEE" } }],
  ["confirmed", { proposal: { state: "DECLINED", by: "HOST" } }],
  ["moved", { history: { nodes: [{ kind: "RESCHEDULED" }] } }],
])("check 28: the page is %s", (state, changes) => {
  expect(pageStateOf(booking(changes), now)).toBe(state);
});

test("check 30: the deadline is the start less the notice, for confirmed bookings with one", () => {
  expect(changeUntil(booking({ changeNoticeMinutes: 60 }))).toBe(now);
  expect(changeUntil(booking({}))).toBe(null);
  expect(changeUntil(booking({ changeNoticeMinutes: 60, state: "PENDING" }))).toBe(null);
});

test("a repeated hour reads differently from the first one", () => {
  const reader = { tag: "en-GB", timeZone: "Europe/Stockholm", isHour12: false };
  const when = (start: string, end: string) =>
    writeWhen(reader, { start: Date.parse(start), end: Date.parse(end) });
  expect(when("2027-10-31T00:30:00Z", "2027-10-31T00:45:00Z")).toBe(
    "Sunday 31 October 2027, 02:30–02:45, Stockholm (GMT+2)",
  );
  expect(when("2027-10-31T01:30:00Z", "2027-10-31T01:45:00Z")).toBe(
    "Sunday 31 October 2027, 02:30–02:45, Stockholm (GMT+1)",
  );
  expect(when("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z")).toBe(
    "Sunday 31 October 2027, 02:30 GMT+2 – 02:30 GMT+1, Stockholm",
  );
});

test("the calendar file escapes texts, folds lines at 75 octets and cuts no character apart", () => {
  const text = calendarFile({
    uid: "1",
    sequence: 2,
    stampAt: now,
    start: now,
    end: now,
    title: `${"🦌".repeat(60)};\nEND:VEVENT`,
    location: null,
    isTentative: false,
  });
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:${"🦌".repeat(60)}\\;\\nEND:VEVENT\r\n`);
});

test("what is no link has no subject", () => {
  const payload = Buffer.from(JSON.stringify({ sub: "å" })).toString("base64url");
  expect(
    ["x", "a.b.c", "", `a.${Buffer.from('{"sub":"1"}').toString("base64url")}.c`].map(subjectOf),
  ).toEqual([null, null, null, "1"]);
  expect(typeof subjectOf(`a.${payload}.c`)).toBe("string");
});
