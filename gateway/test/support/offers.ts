import { randomBytes } from "node:crypto";
import { demand } from "./ask.ts";
import type { Person } from "./people.ts";

/** An organization of the person, with a slug of its own. */
export async function createOrganization(owner: Person): Promise<{ id: string; slug: string }> {
  const slug = `org-${randomBytes(4).toString("hex")}`;
  const { createOrganization: made } = await demand({
    query: `mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { id slug } }`,
    variables: { input: { name: "Acme", slug, timeZone: "Europe/Stockholm", locale: "en" } },
    token: owner.token,
  });
  return made;
}

/** Every day 09–17 in Stockholm, half an hour, by the host; with a question. */
export async function offerMeeting(
  host: Person,
  organizationId: string,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string; slug: string; questions: { id: string }[] }> {
  const { createSchedule: schedule } = await demand({
    query: "mutation ($input: CreateScheduleInput!) { createSchedule(input: $input) { id } }",
    variables: {
      input: {
        organizationId,
        name: "Working hours",
        timeZone: "Europe/Stockholm",
        weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], start: "09:00", end: "17:00" }],
      },
    },
    token: host.token,
  });
  const { createMeetingType: offered } = await demand({
    query: `mutation ($input: CreateMeetingTypeInput!) {
      createMeetingType(input: $input) { id slug questions { id } } }`,
    variables: {
      input: {
        organizationId,
        slug: `intro-${randomBytes(3).toString("hex")}`,
        title: "Introduction",
        description: "",
        durationsMinutes: [30],
        noticeMinutes: 0,
        scheduleId: schedule.id,
        questions: [{ kind: "TEXT", label: "What about?", isRequired: false }],
        ...changes,
      },
    },
    token: host.token,
  });
  return offered;
}

/** The starts that a visitor is offered from tomorrow on, by the booking page. */
export async function openSlots(meetingTypeId: string): Promise<string[]> {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const { meetingType } = await demand({
    query: `query ($id: ID!, $from: Date!, $to: Date!) {
      meetingType(id: $id) { slots(from: $from, to: $to, timeZone: "UTC") { slots { startAt } } } }`,
    variables: { id: meetingTypeId, from: day(2), to: day(9) },
  });
  return meetingType.slots.flatMap((each: { slots: { startAt: string }[] }) =>
    each.slots.map(({ startAt }) => startAt),
  );
}
