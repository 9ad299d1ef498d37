import { eventually } from "@tidbok/testing";
import * as client from "openid-client";
import { beforeAll, expect, test } from "vitest";
import { registerApp, type App } from "./support/apps.ts";
import { ask, demand, refused } from "./support/ask.ts";
import { createOrganization } from "./support/offers.ts";
import { register, type Person } from "./support/people.ts";

let owner: Person;
let organizationId: string;
let app: App;
beforeAll(async () => {
  const maker = await register("Maja");
  const scopes = ["bookings:read", "members:read", "attendees.name:read"];
  const { id } = await createOrganization(maker);
  app = await registerApp(maker, { organizationId: id, scopes });
  owner = await register("Oskar");
  ({ id: organizationId } = await createOrganization(owner));
});

const change = (mutation: string, more: object = {}) =>
  demand({
    query: `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { id } }`,
    variables: { input: { appId: app.id, organizationId, ...more } },
    token: owner.token,
  });
const query = `query ($id: ID!) { organizationById(id: $id) {
  bookings { nodes { id } } members { nodes { accountId } } } }`;

test("an app that an owner installed reads the organization by a token of its own, and no other one", async () => {
  await change("installApp", { scopes: ["bookings:read", "members:read"] });
  const { access_token: token } = await client.clientCredentialsGrant(app.config, {
    scope: "bookings:read members:read attendees.name:read",
    organization: organizationId,
  });
  const read = (id: string) => demand({ query, variables: { id }, token });
  expect(await read(organizationId)).toEqual({
    organizationById: {
      bookings: { nodes: [] },
      members: { nodes: [{ accountId: owner.accountId }] },
    },
  });
  const foreign = await createOrganization(await register("Frans"));
  expect((await read(foreign.id)).organizationById).toEqual({ bookings: null, members: null });
  // What governs the organization is not for an app.
  const rename = `mutation { updateOrganization(input: { organizationId: "${organizationId}", name: "Taken" }) { id } }`;
  expect(await refused({ query: rename, token })).toBe("FORBIDDEN");
});

test("an app that is uninstalled is refused within seconds, by its old token too", async () => {
  await change("installApp", { scopes: ["bookings:read"] });
  const own = { scope: "bookings:read", organization: organizationId };
  const { access_token: token } = await client.clientCredentialsGrant(app.config, own);
  const variables = { id: organizationId };
  const bookings = `query ($id: ID!) { organizationById(id: $id) { bookings { nodes { id } } } }`;
  expect((await demand({ query: bookings, variables, token })).organizationById.bookings).toEqual({
    nodes: [],
  });
  await change("uninstallApp");
  await eventually(
    async () => {
      const { errors } = await ask({ query: bookings, variables, token });
      return errors?.[0]?.extensions.code === "UNAUTHENTICATED";
    },
    { withinMs: 10_000 },
  );
  await expect(client.clientCredentialsGrant(app.config, own)).rejects.toMatchObject({
    error: "invalid_target",
  });
});
