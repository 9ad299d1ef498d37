import { beforeAll, expect, test } from "vitest";
import { ask, demand } from "./support/ask.ts";
import { createOrganization } from "./support/offers.ts";
import { register, type Person } from "./support/people.ts";

// A host who works from two to three at night, when clocks are set forward and back.
let host: Person;
let meetingTypeId: string;

beforeAll(async () => {
  host = await register("Natalia");
  const { id: organizationId } = await createOrganization(host);
  const { createSchedule: schedule } = await demand({
    query: "mutation ($input: CreateScheduleInput!) { createSchedule(input: $input) { id } }",
    variables: {
      input: {
        organizationId,
        name: "Nights",
        timeZone: "Europe/Stockholm",
        weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], start: "02:00", end: "03:00" }],
      },
    },
    token: host.token,
  });
  const { createMeetingType: offered } = await demand({
    query: "mutation ($input: CreateMeetingTypeInput!) { createMeetingType(input: $input) { id } }",
    variables: {
      input: {
        organizationId,
        slug: "night",
        title: "Night",
        durationsMinutes: [30],
        noticeMinutes: 0,
        horizonDays: 730,
        scheduleId: schedule.id,
      },
    },
    token: host.token,
  });
  meetingTypeId = offered.id;
});

test("an hour that the clocks skip is not offered, and cannot be booked", async () => {
  const gap = nextSunday("03-31");
  expect(await startsOn(gap)).toEqual([]);
  expect(await startsOn(dayBefore(gap))).toEqual(["02:00", "02:30"]);
  for (const startAt of [`${gap}T00:30:00Z`, `${gap}T01:00:00Z`, `${gap}T01:30:00Z`]) {
    const { errors } = await ask({
      query: "mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }",
      variables: { input: { meetingTypeId, startAt } },
    });
    expect(errors?.[0]?.extensions.code).toBe("SLOT_OUTSIDE_HOURS");
  }
});

async function startsOn(date: string): Promise<string[]> {
  const { meetingType } = await demand({
    query: `query ($id: ID!, $date: Date!) { meetingType(id: $id) {
      slots(from: $date, to: $date, timeZone: "Europe/Stockholm") { slots { localStart } } } }`,
    variables: { id: meetingTypeId, date },
  });
  return meetingType.slots.flatMap((day: { slots: { localStart: string }[] }) =>
    day.slots.map(({ localStart }) => localStart),
  );
}

// European clocks change on the last Sunday of a month whose last day this is.
function nextSunday(lastDay: string): string {
  const year = new Date().getUTCFullYear();
  return [year, year + 1]
    .map((each) => {
      const date = new Date(`${each}-${lastDay}T12:00:00Z`);
      date.setUTCDate(date.getUTCDate() - date.getUTCDay());
      return date.toISOString().slice(0, 10);
    })
    .filter(
      (date) => date > new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10),
    )[0] as string;
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
