import { scopeNames, scopes } from "@tidbok/domain";
import { beforeAll, expect, test } from "vitest";
import { letIn, registerApp } from "./support/apps.ts";
import { ask, demand, refused } from "./support/ask.ts";
import { rowsOf } from "./support/databases.ts";
import { openTenant, type Tenant } from "./support/tenant.ts";

// An app for research sees figures about many. No scope that a person gives it opens a row.
const all = scopeNames.filter((name) => !scopes[name].isProtected);

let tenant: Tenant;
let token: string;
beforeAll(async () => {
  tenant = await openTenant("Runa");
  const { owner, ids } = tenant;
  const app = await registerApp(owner, {
    organizationId: ids.organization,
    purpose: "RESEARCH",
    scopes: all,
  });
  const input = { appId: app.id, organizationId: ids.organization, scopes: [] };
  await demand({
    query: "mutation ($input: ApproveAppInput!) { approveApp(input: $input) { id } }",
    variables: { input },
    token: owner.token,
  });
  ({ token } = await letIn(app, { person: owner, scope: all.join(" ") }));
});

test.each([
  "{ me { id } }",
  "{ hostedBookings { nodes { id host { id } } } }",
  "query ($booking: ID!) { booking(id: $booking) { id hosts { id } } }",
  "query ($organization: ID!) { organizationById(id: $organization) { bookings { nodes { id } } } }",
  "query ($organization: ID!) { organizationById(id: $organization) { members { nodes { accountId } } } }",
  "query ($organization: ID!) { organizationById(id: $organization) { schedules { nodes { id } } } }",
  "query ($organization: ID!) { organizationById(id: $organization) { meetingTypes { nodes { id } } } }",
  "query ($meetingType: ID!) { meetingType(id: $meetingType) { hosts { account { id } } } }",
  "mutation ($booking: ID!) { cancelBooking(input: { bookingId: $booking }) { id } }",
])("%s gives an app for research nothing", async (query) => {
  const { organization, booking, meetingType } = tenant.ids;
  const named = { organization, booking, meetingType };
  const variables = Object.entries(named).filter(([name]) => query.includes(`$${name}:`));
  const asked = { query, variables: Object.fromEntries(variables), token };
  expect(await refused(asked)).toBe("FORBIDDEN");
  const { data } = await ask(asked);
  expect(JSON.stringify(data ?? null)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});

// Twelve people, and one of two weeks later, in the month before last; written past the services, which book no past time.
async function bookInThePast(): Promise<{ from: string; to: string }> {
  const now = new Date();
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 2));
  const end = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1) - 1);
  const { organization, meetingType } = tenant.ids;
  for (let person = 0; person < 13; person++) {
    const hours = person === 12 ? (7 + 14) * 24 : 7 * 24 + person;
    const start = new Date(month.getTime() + hours * 3_600_000).toISOString();
    await rowsOf(
      "tidbok_scheduling",
      `WITH made AS (INSERT INTO booking
         (id, organization_id, meeting_type_id, state, start_at, end_at, sequence, location_kind, created_at)
         VALUES (gen_random_uuid(), '${organization}', '${meetingType}', 'CONFIRMED', '${start}',
           timestamptz '${start}' + interval '30 minutes', 0, 'ONLINE', timestamptz '${start}' - interval '1 day')
         RETURNING id, organization_id, created_at)
       INSERT INTO attendee (id, organization_id, booking_id, position, name, email, email_index, created_at)
       SELECT gen_random_uuid(), organization_id, id, 0, '\\x00', '\\x00', sha256('${person}'), created_at FROM made`,
    );
  }
  return { from: month.toISOString().slice(0, 10), to: end.toISOString().slice(0, 10) };
}

test("an app for research reads figures about ten people and more of months that are over, and the rest is suppressed", async () => {
  const { from, to } = await bookInThePast();
  const variables = { id: tenant.ids.organization, from, to };
  const { organizationById: found } = await demand({
    query: `query ($id: ID!, $from: Date!, $to: Date!) { organizationById(id: $id) { name
      bookingStatistics(from: $from, to: $to, timeZone: "UTC", by: WEEK) {
        isTotalSuppressed total { bookings completed leadMinutesMedian } groups { week isSuppressed figures { bookings } } } } }`,
    variables,
    token,
  });
  expect(found.name).toBeTruthy();
  expect(found.bookingStatistics).toMatchObject({
    isTotalSuppressed: false,
    total: { bookings: 13, completed: 13, leadMinutesMedian: 24 * 60 },
    groups: [
      { isSuppressed: true, figures: null },
      { isSuppressed: true, figures: null },
    ],
  });
  const rows = await ask({
    query: `query ($id: ID!, $from: Date!, $to: Date!) { organizationById(id: $id) {
      bookingStatistics(from: $from, to: $to, timeZone: "UTC", by: WEEK) {
        groups { host { id } meetingType { id } } } } }`,
    variables,
    token,
  });
  expect(JSON.stringify(rows.data ?? null)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});

test("an app for research gets no figures of days, of hosts or of a month that is not over", async () => {
  const now = new Date().toISOString();
  for (const args of [
    `from: "2026-01-01", to: "2026-01-02"`,
    `from: "2026-01-01", to: "2026-01-31", by: HOST`,
    `from: "${now.slice(0, 7)}-01", to: "${now.slice(0, 10)}"`,
  ]) {
    const query = `query ($id: ID!) { organizationById(id: $id) {
      bookingStatistics(${args}, timeZone: "UTC") { total { bookings } } } }`;
    expect(await refused({ query, variables: { id: tenant.ids.organization }, token })).toBe(
      "INVALID_INPUT",
    );
  }
});
