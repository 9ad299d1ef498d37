import { newId, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { book, offerMeeting, organizationQuery } from "./support/operations.ts";
import {
  account,
  codeOf,
  monday,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

// What an app for research reads of an organization: figures about ten attendees or more, of months that are over.
let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
beforeEach(() => {
  scheduling.clock.now = monday;
});
afterAll(() => scheduling.stop());

const afterwards = Date.parse("2027-03-01T00:00:00Z");
const february = { from: "2027-02-01", to: "2027-02-28", timeZone: "UTC" };

function researcher(organizationId: string, role: "OWNER" | "MEMBER" = "OWNER"): Caller {
  return {
    kind: "client",
    clientId: newId(),
    accountId: newId(),
    memberships: [{ organizationId, role }],
    scopes: ["bookings:read"],
    purpose: "research",
  };
}

function ask(caller: Caller, id: string, args: Record<string, string> = {}) {
  const given = Object.entries({ ...february, ...args }).map(
    ([name, value]) => `${name}: ${name === "by" ? value : JSON.stringify(value)}`,
  );
  const field = `bookingStatistics(${given.join(", ")}) { isTotalSuppressed total { bookings }
    groups { week isSuppressed figures { bookings } } }`;
  const variables = { of: [{ __typename: "Organization", id }] };
  return scheduling.ask(caller, { query: organizationQuery(field), variables });
}

async function figures(caller: Caller, id: string, args: Record<string, string> = {}) {
  const { data, errors } = await ask(caller, id, args);
  if (errors) throw new Error(JSON.stringify(errors));
  return data._entities[0].bookingStatistics;
}

/** Books as many meetings of a Monday, each for a person of their own unless it is said whose. */
async function bookOn(
  meetingTypeId: string,
  { day, count, email }: { readonly day: string; readonly count: number; readonly email?: string },
): Promise<void> {
  for (let index = 0; index < count; index++) {
    const startAt = new Date(Date.parse(`${day}T08:00:00Z`) + index * 30 * 60_000).toISOString();
    const attendee = {
      name: "Ada",
      email: email ?? `ada.${newId()}@example.org`,
      timeZone: "UTC",
      locale: "en",
    };
    const answer = await book(scheduling, { meetingTypeId, startAt, attendee });
    expect(codeOf(answer)).toBeNull();
  }
}

test("figures of a month are shown from ten attendees on, and one person with many bookings is one", async () => {
  const { organizationId, meetingTypeId } = await offerMeeting(scheduling);
  await bookOn(meetingTypeId, { day: "2027-02-08", count: 9 });
  await bookOn(meetingTypeId, { day: "2027-02-09", count: 3, email: "same@example.org" });
  scheduling.clock.now = afterwards;
  const asked = researcher(organizationId);
  expect(await figures(asked, organizationId)).toEqual({
    isTotalSuppressed: false,
    total: { bookings: 12 },
    groups: [],
  });
  await scheduling.sql(
    `UPDATE attendee SET name = NULL, email = NULL, email_index = NULL, phone = NULL, time_zone = NULL, locale = NULL,
       erased_at = now() WHERE id = (SELECT id FROM attendee WHERE organization_id = $1 ORDER BY id LIMIT 1)`,
    [organizationId],
  );
  expect(await figures(asked, organizationId, { by: "WEEK" })).toEqual({
    isTotalSuppressed: true,
    total: null,
    groups: [{ week: "2027-02-08", isSuppressed: true, figures: null }],
  });
});

test("a week of few attendees is suppressed, and another with it", async () => {
  const { organizationId, meetingTypeId } = await offerMeeting(scheduling);
  for (const day of ["2027-02-08", "2027-02-15"]) await bookOn(meetingTypeId, { day, count: 10 });
  await bookOn(meetingTypeId, { day: "2027-02-22", count: 1 });
  const more = { by: "WEEK" };
  scheduling.clock.now = afterwards;
  const closed = { isSuppressed: true, figures: null };
  expect(await figures(researcher(organizationId), organizationId, more)).toEqual({
    isTotalSuppressed: false,
    total: { bookings: 21 },
    groups: [
      { week: "2027-02-08", ...closed },
      { week: "2027-02-15", isSuppressed: false, figures: { bookings: 10 } },
      { week: "2027-02-22", ...closed },
    ],
  });
  const admin = account(organizationId, "ADMIN");
  const { groups } = await figures(admin, organizationId, more);
  expect(groups).toHaveLength(3);
  expect(groups.every((group: { isSuppressed: boolean }) => !group.isSuppressed)).toBe(true);
});

test("a member's app for research reads nothing, since it could be subtracted from an admin's", async () => {
  const { organizationId, host } = await offerMeeting(scheduling);
  scheduling.clock.now = afterwards;
  for (const caller of [researcher(organizationId, "MEMBER"), researcher(newId())]) {
    expect(await figures(caller, organizationId)).toBeNull();
  }
  const person = { ...account(organizationId, "MEMBER", host.accountId), purpose: "research" };
  expect(await figures(person as Caller, organizationId)).toBeNull();
});

test.each([
  [{ from: "2027-02-02" }, "from"],
  [{ to: "2027-02-27" }, "to"],
  [{ to: "2027-03-31" }, "to"],
  [{ timeZone: "Europe/Stockholm" }, "timeZone"],
  [{ by: "HOST" }, "by"],
  [{ by: "MEETING_TYPE" }, "by"],
  [{ hostId: newId() }, "hostId"],
])("research may not ask for %j", async (args, path) => {
  const organizationId = newId();
  scheduling.clock.now = afterwards;
  const answer = await ask(
    researcher(organizationId),
    organizationId,
    args as Record<string, string>,
  );
  expect(problemsOf(answer)).toEqual([`${path} NOT_OFFERED`]);
});
