import { scopeNames, scopes } from "@tidbok/domain";
import { beforeAll, expect, test } from "vitest";
import { letIn, registerApp } from "./support/apps.ts";
import { ask, demand, refused } from "./support/ask.ts";
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

test("an app for research may ask for figures, of which small ones would tell about a person", async () => {
  const { organizationById: found } = await demand({
    query: `query ($id: ID!) { organizationById(id: $id) {
      name bookingStatistics(from: "2027-01-01", to: "2027-12-31", timeZone: "UTC") { total { bookings } } } }`,
    variables: { id: tenant.ids.organization },
    token,
  });
  expect(found.name).toBeTruthy();
  expect(found.bookingStatistics).toBeNull();
});
