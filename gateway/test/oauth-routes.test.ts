import { request } from "node:http";
import { beforeAll, expect, test } from "vitest";
import { beginRequest, publicOrigin, registerApp, type App } from "./support/apps.ts";
import { createOrganization } from "./support/offers.ts";
import { register } from "./support/people.ts";

let app: App;
beforeAll(async () => {
  const person = await register("Runa");
  const { id: organizationId } = await createOrganization(person);
  app = await registerApp(person, { organizationId, scopes: ["profile:read"] });
});

/** The status of a GET with a path that reaches the gateway as it is written; `fetch` would tidy it up. */
function statusOf(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(publicOrigin());
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

test.each(["/oauth/x\\..\\..\\health/ready", "/log-in/with/..\\..\\graphql"])(
  "the path %s does not lead to another route of identity",
  async (path) => {
    expect(await statusOf(path)).toBe(400);
  },
);

test("other cookies of the host, whatever their form, do not stop an authorization", async () => {
  const { url } = await beginRequest(app, { scope: "profile:read" });
  const cookie = 'consent={"a": "b c"}; =nameless; tidbok-oauth-session=old; name=å';
  const response = await fetch(url, {
    redirect: "manual",
    headers: { cookie: Buffer.from(cookie).toString("latin1") },
  });
  expect(response.status).toBe(303);
});

test("headers of the connection with identity do not reach the client", async () => {
  const response = await fetch(`${publicOrigin()}/.well-known/openid-configuration`);
  expect(response.status).toBe(200);
  expect(response.headers.get("keep-alive")).not.toBe(null);
  expect(response.headers.get("transfer-encoding")).toBe(null);
});
