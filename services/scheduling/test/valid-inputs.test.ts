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
