import { afterAll, beforeAll, expect, test } from "vitest";
import type { Answer } from "./support/ask.ts";
import { createOrganization } from "./support/offers.ts";
import { register, type Person } from "./support/people.ts";
import { startSecondGateway } from "./support/second-gateway.ts";

let gateway: Awaited<ReturnType<typeof startSecondGateway>>;
let member: Person;

beforeAll(async () => {
  member = await register("Flora");
  await createOrganization(member);
  gateway = await startSecondGateway({ OPERATIONS_AT_ONCE: "1", COST_PER_MINUTE: "1000000" });
});
afterAll(() => gateway.stop());

async function send(query: string, token?: string) {
  const response = await fetch(gateway.graphql, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  });
  return { response, answer: (await response.json()) as Answer };
}

test("a crowd of one organization is shed beyond a bounded line, and a visitor is answered meanwhile", async () => {
  const query = "{ me { id name memberships { role organization { name } } } }";
  const crowd = Array.from({ length: 150 }, () => send(query, member.token));
  const visitor = send("{ policy { version } }");
  const outcomes = await Promise.all(crowd);
  const shed = outcomes.filter(({ response }) => response.status === 503);
  const answered = outcomes.filter(({ response }) => response.status === 200);
  expect(shed.length).toBeGreaterThan(0);
  expect(shed.length + answered.length).toBe(150);
  for (const { response, answer } of shed) {
    expect(response.headers.get("retry-after")).toBe("1");
    expect(answer.errors?.[0]?.extensions.code).toBe("TOO_BUSY");
  }
  for (const { answer } of answered) expect(answer.data.me.id).toBe(member.accountId);
  expect((await visitor).answer.data.policy.version).toEqual(expect.any(String));
  expect((await send(query, member.token)).response.status).toBe(200);
});
