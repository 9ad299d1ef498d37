import { anonymous, type Origin } from "@tidbok/domain";
import { callerToken, freePort } from "@tidbok/testing";
import * as client from "openid-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appForm, newOwner, redirectUri, registerApp } from "./support/app-operations.ts";
import { startIdentity, type Identity } from "./support/start-identity.ts";

let identity: Identity;
let origin: string;
let request: URL;

beforeAll(async () => {
  const port = await freePort();
  identity = await startIdentity({ port });
  origin = `http://127.0.0.1:${port}`;
  const owner = await newOwner(identity, "owner");
  const { id } = await registerApp(identity, owner.caller, appForm(owner.organizationId));
  request = new URL(`${origin}/oauth/authorize`);
  request.search = new URLSearchParams({
    client_id: id,
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "bookings:read",
    code_challenge: await client.calculatePKCECodeChallenge("a".repeat(43)),
    code_challenge_method: "S256",
  }).toString();
});
afterAll(() => identity.stop());

/** What the gateway adds to a request from this network. */
async function from(network: string): Promise<Record<string, string>> {
  const origin: Origin = { network, deviceType: "COMPUTER", browserFamily: "FIREFOX" };
  return { "x-tidbok-origin": await callerToken(anonymous, "identity", { origin }) };
}

const statusesOf = async (answers: readonly Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status);
const times = <T>(count: number, work: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => work(index));

describe("the page where one logs in to let an app in", () => {
  test("counts guesses by network, as the API does, and says when to come again", async () => {
    const begun = await fetch(request, { redirect: "manual" });
    const page = new URL(begun.headers.get("location") ?? "", origin);
    const cookie = begun.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const guess = (email: string, headers: Record<string, string>) =>
      fetch(`${page.href}/log-in`, {
        method: "POST",
        headers: { ...headers, cookie },
        body: new URLSearchParams({ email, password: "Sommar2027 Sommar2027" }),
      });
    const here = await from("198.18.9.0/24");
    const statuses = [];
    // One after the other: the password queue has a length of its own.
    for (let person = 0; person < 102; person++) {
      statuses.push((await guess(`victim-${person}@example.test`, here)).status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(100);
    const refused = await guess("one-more@example.test", here);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
    expect(await refused.text()).toContain("Too many attempts");
    expect((await guess("one-more@example.test", await from("198.18.10.0/24"))).status).toBe(401);
    // A word that the gateway did not sign names no network, and nobody is counted by it.
    const forged = { "x-tidbok-origin": "198.18.9.0/24", "x-forwarded-for": "198.18.9.7" };
    expect((await guess("one-more@example.test", forged)).status).toBe(401);
  });
});

describe("what begins without anybody having logged in", () => {
  test("is bounded by network: requests of apps and of devices together", async () => {
    const headers = await from("198.18.20.0/24");
    const authorize = () => fetch(request, { redirect: "manual", headers });
    const statuses = await statusesOf(times(310, authorize));
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    const device = await fetch(`${origin}/oauth/device-authorization`, {
      method: "POST",
      headers,
      body: new URLSearchParams({ client_id: request.searchParams.get("client_id") ?? "" }),
    });
    expect(device.status).toBe(429);
    expect(Number(device.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await device.json()).toEqual({ error: "temporarily_unavailable" });
  });

  test("lets nobody try codes of devices without end", async () => {
    const headers = await from("198.18.30.0/24");
    const guess = (index: number) =>
      fetch(`${origin}/oauth/device`, {
        method: "POST",
        redirect: "manual",
        headers,
        body: new URLSearchParams({ user_code: `BCDF-${index}` }),
      });
    const statuses = await statusesOf(times(33, guess));
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
  });
});
