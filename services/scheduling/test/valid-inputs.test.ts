import { anonymous } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ada, book, createSchedule, offerMeeting, slotsQuery } from "./support/operations.ts";
import { startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
let offer: Awaited<ReturnType<typeof offerMeeting>>;
beforeAll(async () => {
  scheduling = await startScheduling();
  offer = await offerMeeting(scheduling, { meetingType: { seats: 100 } });
});
afterAll(() => scheduling.stop());

async function booked(changes: Record<string, unknown>) {
  const { meetingTypeId } = offer;
  const attendee = { ...ada, ...changes };
  const answer = await book(scheduling, {
    meetingTypeId,
    startAt: "2027-02-02T08:00:00Z",
    attendee,
  });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.bookMeeting.attendee;
}

test.each([
  ["CET", "Europe/Brussels"],
  ["Japan", "Asia/Tokyo"],
  ["GB", "Europe/London"],
  ["EST5EDT", "America/New_York"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["W. Europe Standard Time", "Europe/Berlin"],
  ["europe/stockholm", "Europe/Stockholm"],
])(
  "%s is a zone of slots, attendees, schedules and travel, and is stored as %s",
  async (name, zone) => {
    const { meetingTypeId: id, organizationId, host } = offer;
    const dates = { id, from: "2027-02-02", to: "2027-02-03" };
    const slotsIn = (timeZone: string) =>
      scheduling.data(anonymous, slotsQuery, { ...dates, timeZone });
    expect(await slotsIn(name)).toEqual(await slotsIn(zone));
    expect(await booked({ timeZone: name })).toMatchObject({ timeZone: zone });

    const travel = [{ from: "2027-02-02", to: "2027-02-03", timeZone: name }];
    const hours = { organizationId, timeZone: name, travel };
    const scheduleId = await createSchedule(scheduling, host, hours);
    const [stored] = await scheduling.sql(
      `SELECT s.time_zone AS home, t.time_zone AS away
     FROM schedule s JOIN schedule_travel t ON t.schedule_id = s.id WHERE s.id = $1`,
      [scheduleId],
    );
    expect(stored).toEqual({ home: zone, away: zone });
  },
);

test.each([
  ["b&b@example.org", "b&b@example.org"],
  ["a=b@Example.ORG", "a=b@example.org"],
  ["o'hara/x@example.org", "o'hara/x@example.org"],
  ["ada@bücher.example", "ada@xn--bcher-kva.example"],
  ["ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"],
])("%s books, and mails go to %s", async (email, stored) => {
  expect(await booked({ email })).toMatchObject({ email: stored });
});

test("an address is one person, be its domain typed or an A-label, in whatever case", async () => {
  const all = ["eve@bücher.example", "eve@XN--BCHER-KVA.example", "EVE@BÜCHER.example"];
  const ids: string[] = [];
  for (const email of all) ids.push((await booked({ email })).id);
  const [found] = await scheduling.sql(
    "SELECT count(DISTINCT email_index)::int AS people FROM attendee WHERE id = ANY($1)",
    [ids],
  );
  expect(found).toEqual({ people: 1 });
});

test.each([
  ["\u202A+46\u00A08\u2011123\u2012456\u202C", "+46 8-123-456"],
  ["\u2066+46\u2009(0)8 123 45 67\u2069\u200E", "+46 (0)8 123 45 67"],
])("the phone number %j is stored as %s", async (phone, stored) => {
  expect(await booked({ phone })).toMatchObject({ phone: stored });
});

test.each([
  ["\u2067עדה\u2069 Levi", "עדה Levi"],
  ["\u2068Ada", "Ada"],
  ["\u202BAda\u202C", "Ada"],
])("the name %j is stored without what turns the text behind it", async (name, stored) => {
  expect(await booked({ name })).toMatchObject({ name: stored });
});

test.each([
  ["sv-SE", "sv"],
  ["sv-FI", "sv"],
  ["en-US", "en"],
  ["de", "en"],
  ["nb", "sv"],
])("a browser in %s gets mails in %s", async (locale, stored) => {
  expect(await booked({ locale })).toMatchObject({ locale: stored });
});

test("a place with a line break is one line", async () => {
  const location = { kind: "IN_PERSON", text: "Storgatan 1\r\n111 22 Stockholm" };
  const { meetingTypeId, host } = await offerMeeting(scheduling, { meetingType: { location } });
  const query = `query ($id: ID!) { meetingType(id: $id) { location { text } } }`;
  const { meetingType } = await scheduling.data(host, query, { id: meetingTypeId });
  expect(meetingType.location.text).toBe("Storgatan 1 111 22 Stockholm");
});
