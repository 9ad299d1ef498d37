import { afterAll, beforeAll, expect, test } from "vitest";
import * as imports from "./support/imports.ts";
import { offerMeeting } from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import { problemsOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const head = "start,end,name,email,guests";
const lineOf = (guests: string, at = "09") =>
  `2027-02-02 ${at}:00,2027-02-02 ${at}:30,Ada,ada@example.org,"${guests}"`;
const addresses = (count: number) =>
  Array.from({ length: count }, (_, i) => `g${i}@example.org`).join(";");

async function guestsOf(bookingId: string, host: Parameters<Scheduling["data"]>[0]) {
  const query = `query ($id: ID!) { booking(id: $id) { attendees { email } guests { name email } } }`;
  const { booking } = await scheduling.data(host, query, { id: bookingId });
  return [booking.attendees, booking.guests].map((people: { email: string }[]) =>
    people.map(({ email }) => email),
  );
}

test("an imported booking has its guests, each person once, and its attendee and the host are none", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const guests = "bo@example.org, Cy@example.org;BO@example.org ada@example.org me@example.org";
  const content = [head, lineOf(guests), lineOf("", "10")].join("\n");
  const input = { meetingTypeId, content, ownEmails: ["Me@Example.org"] };
  const { rows } = await imports.bring(scheduling, host, input);
  expect(await guestsOf(rows[0].booking.id, host)).toEqual([
    ["ada@example.org"],
    ["bo@example.org", "Cy@example.org"],
  ]);
  expect(await guestsOf(rows[1].booking.id, host)).toEqual([["ada@example.org"], []]);
  const [news] = await scheduling.sql(
    `SELECT data->'guestIds' AS guests FROM outbox WHERE aggregate_id = $1`,
    [rows[0].booking.id],
  );
  expect(news.guests).toHaveLength(2);
});

test("a row with eleven guests or a guest without an address is refused, and mails count guests", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const content = [head, lineOf(addresses(11)), lineOf("bo", "10"), lineOf("", "11")].join("\n");
  const done = await imports.bring(scheduling, host, { meetingTypeId, content, mode: "CHECK" });
  expect(imports.told(done)).toEqual([
    "2 REFUSED GUESTS TOO_MANY",
    "3 REFUSED GUESTS WRONG_FORMAT",
    "4 IMPORTABLE",
  ]);
  const hours = Array.from({ length: 10 }, (_, i) => lineOf(addresses(10), String(10 + i)));
  const loud = { meetingTypeId, content: [head, ...hours].join("\n"), tellsAttendees: true };
  expect(problemsOf(await imports.send(scheduling, host, loud))).toEqual([
    "tellsAttendees TOO_MANY",
  ]);
});

test("imported guests are as sound as invited ones", () => expectSound(scheduling));
