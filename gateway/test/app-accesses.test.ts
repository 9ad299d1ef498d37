import { eventually } from "@tidbok/testing";
import { expect, test } from "vitest";
import { demand } from "./support/ask.ts";
import { letIn, registerApp } from "./support/apps.ts";
import { createOrganization } from "./support/offers.ts";
import { register } from "./support/people.ts";

test("an app that an organization shuts out sees nothing of it within seconds, though its person's permission stands", async () => {
  const owner = await register("Ottar");
  const organization = await createOrganization(owner);
  const scopes = ["bookings:read", "profile:read"];
  const app = await registerApp(owner, { organizationId: organization.id, scopes });
  const { token } = await letIn(app, { person: owner, scope: scopes.join(" ") });
  const variables = { id: organization.id };
  const query = "query ($id: ID!) { organizationById(id: $id) { bookings { nodes { id } } } }";
  const seen = async () => (await demand({ query, variables, token })).organizationById.bookings;
  const change = (operation: string) =>
    demand({
      query: `mutation ($input: ${operation[0]?.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { id } }`,
      variables: { input: { appId: app.id, organizationId: organization.id } },
      token: owner.token,
    });
  expect(await seen()).toEqual({ nodes: [] });
  const { organizationById } = await demand({
    query: `query ($id: ID!) { organizationById(id: $id) {
      appAccesses { nodes { app { id } memberCount } } } }`,
    variables,
    token: owner.token,
  });
  expect(organizationById.appAccesses.nodes).toEqual([{ app: { id: app.id }, memberCount: 1 }]);

  const began = performance.now();
  await change("shutOutApp");
  await eventually(async () => (await seen()) === null, { withinMs: 10_000 });
  expect(performance.now() - began).toBeLessThan(10_000);
  expect((await demand({ query: "{ me { id } }", token })).me.id).toBe(owner.accountId);
  await change("readmitApp");
  await eventually(async () => (await seen()) !== null, { withinMs: 10_000 });
});
